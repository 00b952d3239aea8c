<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_BE" sourcelanguage="en">
  <context>
    <name>AddingSession</name>
    <message>
      <source>Add a folder</source>
      <translation>Ajouter un dossier</translation>
    </message>
    <message>
      <source>Add documents</source>
      <translation>Ajouter des documents</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Continuer</translation>
    </message>
    <message>
      <source>Go on with {documents} that this library has not finished?</source>
      <translation>Continuer avec {documents} que cette bibliothèque n’a pas terminés ?</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Pas maintenant</translation>
    </message>
    <message>
      <source>They are files of this computer that the library names. Read them into it only if the library is your own.</source>
      <translation>Ce sont des fichiers de cet ordinateur que la bibliothèque désigne. Ne les y lisez que si la bibliothèque est la vôtre.</translation>
    </message>
  </context>
  <context>
    <name>Answer</name>
    <message>
      <source>(supported only in part)</source>
      <translation>(étayée en partie seulement)</translation>
    </message>
    <message>
      <source>Best first</source>
      <translation>Les meilleurs d’abord</translation>
    </message>
    <message>
      <source>No passage of your documents supports this sentence.</source>
      <translation>Aucun passage de vos documents n’étaye cette phrase.</translation>
    </message>
    <message>
      <source>None of these documents can be searched yet.</source>
      <translation>Aucun de ces documents ne peut encore être interrogé.</translation>
    </message>
    <message>
      <source>Not in your documents</source>
      <translation>Pas dans vos documents</translation>
    </message>
    <message>
      <source>Nothing in the %1 that were searched (%2) answers this question.</source>
      <translation>Rien dans les %1 parcourus (%2) ne répond à cette question.</translation>
    </message>
    <message>
      <source>Passages for your question</source>
      <translation>Passages pour votre question</translation>
    </message>
    <message>
      <source>The model wrote something, but nothing in the %1 that were searched (%2) supports it.</source>
      <translation>Le modèle a écrit quelque chose, mais rien dans les %1 parcourus (%2) ne l’étaye.</translation>
    </message>
    <message>
      <source>There is no answer model yet, so nothing is written from them.</source>
      <translation>Il n’y a pas encore de modèle de réponse : rien n’est donc rédigé à partir de ces passages.</translation>
    </message>
    <message>
      <source>What comes closest</source>
      <translation>Ce qui s’en rapproche le plus</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>arrêtée</translation>
    </message>
  </context>
  <context>
    <name>AnswerText</name>
    <message>
      <source>Answer</source>
      <translation>Réponse</translation>
    </message>
    <message>
      <source>not supported</source>
      <translation>non étayée</translation>
    </message>
  </context>
  <context>
    <name>AnswersPage</name>
    <message>
      <source>About {count} seconds</source>
      <translation>Environ {count} secondes</translation>
    </message>
    <message>
      <source>Always Dutch</source>
      <translation>Toujours en néerlandais</translation>
    </message>
    <message>
      <source>Always English</source>
      <translation>Toujours en anglais</translation>
    </message>
    <message>
      <source>Always French</source>
      <translation>Toujours en français</translation>
    </message>
    <message>
      <source>As the question</source>
      <translation>Comme la question</translation>
    </message>
    <message>
      <source>Balanced</source>
      <translation>Équilibré</translation>
    </message>
    <message>
      <source>Before it writes, the model reads passages from your documents. How long may the first word take?</source>
      <translation>Avant d’écrire, le modèle lit des passages de vos documents. Combien de temps le premier mot peut-il prendre ?</translation>
    </message>
    <message>
      <source>Faster</source>
      <translation>Plus rapide</translation>
    </message>
    <message>
      <source>Faster or more thorough</source>
      <translation>Plus rapide ou plus approfondi</translation>
    </message>
    <message>
      <source>From the next answer on. Quotes always stay in the language of the document.</source>
      <translation>Dès la prochaine réponse. Les citations restent toujours dans la langue du document.</translation>
    </message>
    <message>
      <source>Language of answers</source>
      <translation>Langue des réponses</translation>
    </message>
    <message>
      <source>More thorough</source>
      <translation>Plus approfondi</translation>
    </message>
    <message>
      <source>On this computer the model reads about {count} words in that time.</source>
      <translation>Sur cet ordinateur, le modèle lit environ {count} mots dans ce délai.</translation>
    </message>
    <message>
      <source>Otherwise they are folded away</source>
      <translation>Sinon, elles sont repliées</translation>
    </message>
    <message>
      <source>Sentences without support</source>
      <translation>Phrases non étayées</translation>
    </message>
    <message>
      <source>Show sentences that no passage supports, marked as such</source>
      <translation>Afficher les phrases qu’aucun passage n’étaye, signalées comme telles</translation>
    </message>
    <message>
      <source>{name}, {count} s</source>
      <translation>{name}, {count} s</translation>
    </message>
  </context>
  <context>
    <name>BringingSession</name>
    <message>
      <source>Checking and copying the model: {share} %</source>
      <translation>Vérification et copie du modèle : {share} %</translation>
    </message>
    <message>
      <source>Checking and copying the model…</source>
      <translation>Vérification et copie du modèle…</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <source>Copy {count} models to this computer?</source>
      <translation>Copier {count} modèles sur cet ordinateur ?</translation>
    </message>
    <message>
      <source>The model was added: {name}</source>
      <translation>Le modèle a été ajouté : {name}</translation>
    </message>
    <message>
      <source>This can take a few minutes for each.</source>
      <translation>Cela peut prendre quelques minutes par modèle.</translation>
    </message>
    <message>
      <source>Your questions are answered by {model}. Settings show the others.</source>
      <translation>{model} répond à vos questions. Les autres se trouvent dans les réglages.</translation>
    </message>
  </context>
  <context>
    <name>Bug</name>
    <message>
      <source>The window met an error.</source>
      <translation>La fenêtre a rencontré une erreur.</translation>
    </message>
  </context>
  <context>
    <name>Calculation</name>
    <message>
      <source>Computed by Strongroom from figures on these pages</source>
      <translation>Calculé par Strongroom à partir de chiffres de ces pages</translation>
    </message>
  </context>
  <context>
    <name>CarriedDialog</name>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Its vectors were made with another search model. It is searched by word until new ones are made, which takes as long as indexing.</source>
      <translation>Ses vecteurs viennent d’un autre modèle de recherche. La recherche se fait par mots jusqu’à ce que de nouveaux soient calculés, ce qui prend autant de temps que l’indexation.</translation>
    </message>
    <message>
      <source>Make new vectors</source>
      <translation>Calculer de nouveaux vecteurs</translation>
    </message>
    <message>
      <source>Name of the key {key}</source>
      <translation>Nom de la clé {key}</translation>
    </message>
    <message>
      <source>Name the key</source>
      <translation>Nommer la clé</translation>
    </message>
    <message>
      <source>The files of {documents} did not come along: they are gone, or have changed. What was read of them is there.</source>
      <translation>Les fichiers de {documents} n’ont pas suivi : ils ont disparu ou changé. Ce qui en a été lu est là.</translation>
    </message>
    <message>
      <source>The key is known by this name from now on.</source>
      <translation>La clé porte désormais ce nom.</translation>
    </message>
    <message>
      <source>Whose key is it?</source>
      <translation>À qui est cette clé ?</translation>
    </message>
    <message>
      <source>{counted}, with the files of {copies}</source>
      <translation>{counted}, avec les fichiers de {copies}</translation>
    </message>
  </context>
  <context>
    <name>CarryingSession</name>
    <message>
      <source>A library is imported only where there is none, so that nothing is written over. Open another library and import it there, or forget everything in this one first (in the settings, under Privacy).</source>
      <translation>Une bibliothèque ne s’importe que là où il n’y en a pas, pour ne rien écraser. Ouvrez une autre bibliothèque et importez-la là, ou effacez d’abord tout dans celle-ci (dans les réglages, sous Confidentialité).</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
      <source>Choose another name: an exported library is never written over.</source>
      <translation>Choisissez un autre nom : une bibliothèque exportée n’est jamais écrasée.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Export the library as</source>
      <translation>Exporter la bibliothèque sous</translation>
    </message>
    <message>
      <source>Exported</source>
      <translation>Exporté</translation>
    </message>
    <message>
      <source>Exported libraries</source>
      <translation>Bibliothèques exportées</translation>
    </message>
    <message>
      <source>Import a library</source>
      <translation>Importer une bibliothèque</translation>
    </message>
    <message>
      <source>It is not signed.</source>
      <translation>Elle n’est pas signée.</translation>
    </message>
    <message>
      <source>It is not signed: nobody vouches for it.</source>
      <translation>Elle n’est pas signée : personne ne s’en porte garant.</translation>
    </message>
    <message>
      <source>Open the settings</source>
      <translation>Ouvrir les réglages</translation>
    </message>
    <message>
      <source>Sign with the key in</source>
      <translation>Signer avec la clé dans</translation>
    </message>
    <message>
      <source>Signed by {key}, known as {name}.</source>
      <translation>Signée par {key}, connue sous le nom {name}.</translation>
    </message>
    <message>
      <source>Signed by {key}, seen here since {day}. It has no name yet.</source>
      <translation>Signée par {key}, vue ici depuis le {day}. Elle n’a pas encore de nom.</translation>
    </message>
    <message>
      <source>Signed by {key}. This key is new here, and was remembered. Compare it with what the sender tells you; then give it a name, to know it again.</source>
      <translation>Signée par {key}. Cette clé est nouvelle ici et a été retenue. Comparez-la avec ce que l’expéditeur vous indique, puis donnez-lui un nom pour la reconnaître.</translation>
    </message>
    <message>
      <source>Signed with the key {key}. Those who import it can compare that.</source>
      <translation>Signée avec la clé {key}. Ceux qui l’importent peuvent la comparer.</translation>
    </message>
    <message>
      <source>The library is imported</source>
      <translation>La bibliothèque est importée</translation>
    </message>
    <message>
      <source>There is a file of that name already.</source>
      <translation>Il existe déjà un fichier de ce nom.</translation>
    </message>
    <message>
      <source>There is a library here already</source>
      <translation>Il y a déjà une bibliothèque ici</translation>
    </message>
  </context>
  <context>
    <name>ChatList</name>
    <message>
      <source>Conversations</source>
      <translation>Conversations</translation>
    </message>
  </context>
  <context>
    <name>Comparison</name>
    <message>
      <source>Different %1</source>
      <translation>%1 différents</translation>
    </message>
    <message>
      <source>One says yes, the other no</source>
      <translation>L’un dit oui, l’autre non</translation>
    </message>
    <message>
      <source>Only in one document</source>
      <translation>Dans un seul document</translation>
    </message>
    <message>
      <source>The same in %1</source>
      <translation>Identique dans %1</translation>
    </message>
    <message>
      <source>amounts</source>
      <translation>montants</translation>
    </message>
    <message>
      <source>dates</source>
      <translation>dates</translation>
    </message>
    <message>
      <source>durations</source>
      <translation>durées</translation>
    </message>
    <message>
      <source>figures</source>
      <translation>chiffres</translation>
    </message>
    <message>
      <source>names</source>
      <translation>noms</translation>
    </message>
    <message>
      <source>shares</source>
      <translation>pourcentages</translation>
    </message>
    <message>
      <source>years</source>
      <translation>années</translation>
    </message>
  </context>
  <context>
    <name>ComparisonView</name>
    <message>
      <source>Asking each document…</source>
      <translation>Chaque document est interrogé…</translation>
    </message>
    <message>
      <source>No contradiction was found in the figures, dates, names and denials.</source>
      <translation>Aucune contradiction n’a été trouvée dans les chiffres, les dates, les noms et les négations.</translation>
    </message>
    <message>
      <source>Stopped: some documents were not asked.</source>
      <translation>Arrêté : certains documents n’ont pas été interrogés.</translation>
    </message>
  </context>
  <context>
    <name>Confirmation</name>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
  </context>
  <context>
    <name>ConversationPanel</name>
    <message>
      <source>All conversations…</source>
      <translation>Toutes les conversations…</translation>
    </message>
    <message>
      <source>Conversations</source>
      <translation>Conversations</translation>
    </message>
    <message>
      <source>Delete this conversation…</source>
      <translation>Supprimer cette conversation…</translation>
    </message>
    <message>
      <source>Export this conversation…</source>
      <translation>Exporter cette conversation…</translation>
    </message>
    <message>
      <source>New conversation</source>
      <translation>Nouvelle conversation</translation>
    </message>
    <message>
      <source>New conversation (Ctrl+N)</source>
      <translation>Nouvelle conversation (Ctrl+N)</translation>
    </message>
    <message>
      <source>Rename this conversation…</source>
      <translation>Renommer cette conversation…</translation>
    </message>
    <message>
      <source>Search every page</source>
      <translation>Chercher dans toutes les pages</translation>
    </message>
    <message>
      <source>Search every page (Ctrl+Shift+F)</source>
      <translation>Chercher dans toutes les pages (Ctrl+Maj+F)</translation>
    </message>
    <message>
      <source>Switch to another conversation</source>
      <translation>Passer à une autre conversation</translation>
    </message>
    <message>
      <source>Untitled</source>
      <translation>Sans titre</translation>
    </message>
  </context>
  <context>
    <name>Coverage</name>
    <message>
      <source>%1 could not be read</source>
      <translation>%1 illisibles</translation>
    </message>
    <message>
      <source>%1 read</source>
      <translation>%1 lus</translation>
    </message>
    <message>
      <source>%1 waiting</source>
      <translation>%1 en attente</translation>
    </message>
    <message>
      <source>%1 without text</source>
      <translation>%1 sans texte</translation>
    </message>
  </context>
  <context>
    <name>CoverageBar</name>
    <message>
      <source>What of the library can be asked</source>
      <translation>Ce qui, dans la bibliothèque, peut être interrogé</translation>
    </message>
  </context>
  <context>
    <name>CoverageDialog</name>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Everything that was found could be read.</source>
      <translation>Tout ce qui a été trouvé a pu être lu.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Afficher</translation>
    </message>
    <message>
      <source>Show these documents</source>
      <translation>Afficher ces documents</translation>
    </message>
    <message>
      <source>What can be asked</source>
      <translation>Ce qui peut être interrogé</translation>
    </message>
    <message>
      <source>{documents} could not be read.</source>
      <translation>{documents} n’ont pas pu être lus.</translation>
    </message>
    <message>
      <source>{documents} wait to be read.</source>
      <translation>{documents} attendent d’être lus.</translation>
    </message>
    <message>
      <source>{pages} can be asked.</source>
      <translation>{pages} peuvent être interrogées.</translation>
    </message>
    <message>
      <source>{pages} of {documents} are only pictures, as scans are.</source>
      <translation>{pages} de {documents} ne sont que des images, comme des scans.</translation>
    </message>
    <message>
      <source>{pages} of {documents} hold no text.</source>
      <translation>{pages} de {documents} ne contiennent pas de texte.</translation>
    </message>
  </context>
  <context>
    <name>DocumentColumn</name>
    <message>
      <source>Does not answer this.</source>
      <translation>N’y répond pas.</translation>
    </message>
    <message>
      <source>No answer that its pages support.</source>
      <translation>Aucune réponse que ses pages étayent.</translation>
    </message>
  </context>
  <context>
    <name>DocumentsSession</name>
    <message>
      <source>Settings show how to bring one.</source>
      <translation>Les réglages montrent comment en ajouter un.</translation>
    </message>
    <message>
      <source>Summary of selected lines: {place}</source>
      <translation>Résumé des lignes sélectionnées : {place}</translation>
    </message>
    <message>
      <source>Summary of {name}</source>
      <translation>Résumé de {name}</translation>
    </message>
    <message>
      <source>Summary of {name}, every page</source>
      <translation>Résumé de {name}, chaque page</translation>
    </message>
    <message>
      <source>This needs an answer model, and there is none.</source>
      <translation>Il faut pour cela un modèle de réponse, et il n’y en a pas.</translation>
    </message>
  </context>
  <context>
    <name>DropOverlay</name>
    <message>
      <source>Files stay where they are.</source>
      <translation>Les fichiers restent où ils sont.</translation>
    </message>
  </context>
  <context>
    <name>Drops</name>
    <message>
      <source>, and import the model</source>
      <translation>, et importer le modèle</translation>
    </message>
    <message>
      <source>Add %1 to the library</source>
      <translation>Ajouter %1 à la bibliothèque</translation>
    </message>
    <message>
      <source>Import these models</source>
      <translation>Importer ces modèles</translation>
    </message>
    <message>
      <source>Import this library</source>
      <translation>Importer cette bibliothèque</translation>
    </message>
    <message>
      <source>Import this model</source>
      <translation>Importer ce modèle</translation>
    </message>
    <message>
      <source>In the library already: %1</source>
      <translation>Déjà dans la bibliothèque : %1</translation>
    </message>
    <message>
      <source>Not read, because of their kind: %1</source>
      <translation>Non lus en raison de leur type : %1</translation>
    </message>
    <message>
      <source>Nothing here can be read</source>
      <translation>Rien ici ne peut être lu</translation>
    </message>
    <message>
      <source>There is more than could be counted now.</source>
      <translation>Il y en a plus que ce qui a pu être compté maintenant.</translation>
    </message>
    <message>
      <source>These are in the library already</source>
      <translation>Ceux-ci sont déjà dans la bibliothèque</translation>
    </message>
  </context>
  <context>
    <name>Engine</name>
    <message>
      <source>%1 denies what %2 says.</source>
      <translation>%1 nie ce que dit %2.</translation>
    </message>
    <message>
      <source>%1 is in the library already.</source>
      <translation>%1 est déjà dans la bibliothèque.</translation>
    </message>
    <message>
      <source>%1 more to be looked at: check the library.</source>
      <translation>%1 de plus à examiner : contrôlez la bibliothèque.</translation>
    </message>
    <message>
      <source>%1 of them were still found, so this is not clean yet.</source>
      <translation>%1 d’entre eux ont encore été trouvés : ce n’est donc pas encore nettoyé.</translation>
    </message>
    <message>
      <source>%1 removed chunks were still found by keyword.</source>
      <translation>%1 morceaux retirés étaient encore trouvés par mot.</translation>
    </message>
    <message>
      <source>%1 rows of the catalogue referred to nothing.</source>
      <translation>%1 lignes du catalogue ne renvoyaient à rien.</translation>
    </message>
    <message>
      <source>%1 sources of documents were not known.</source>
      <translation>%1 sources de documents n’étaient pas connues.</translation>
    </message>
    <message>
      <source>%1 vectors were damaged. The next indexing makes them again.</source>
      <translation>%1 vecteurs étaient endommagés. La prochaine indexation les recalcule.</translation>
    </message>
    <message>
      <source>A conversation needs a name.</source>
      <translation>Une conversation a besoin d’un nom.</translation>
    </message>
    <message>
      <source>A damaged catalogue is kept here, with all that it held. Delete it when nothing is missed.</source>
      <translation>Un catalogue endommagé est gardé ici, avec tout ce qu’il contenait. Supprimez-le quand rien ne manque.</translation>
    </message>
    <message>
      <source>A document that this answer was being taken from was removed meanwhile.</source>
      <translation>Un document dont cette réponse était tirée a été retiré entre-temps.</translation>
    </message>
    <message>
      <source>A row of the catalogue refers to nothing.</source>
      <translation>Une ligne du catalogue ne renvoie à rien.</translation>
    </message>
    <message>
      <source>A “(” has no “)”.</source>
      <translation>Il manque une « ) » à une « ( ».</translation>
    </message>
    <message>
      <source>A “)” has no “(”. Write “\)” for the sign itself.</source>
      <translation>Il manque une « ( » à une « ) ». Écrivez « \) » pour le signe lui-même.</translation>
    </message>
    <message>
      <source>A “[” has no “]”. Write “\[” for the sign itself.</source>
      <translation>Il manque un « ] » à un « [ ». Écrivez « \[ » pour le signe lui-même.</translation>
    </message>
    <message>
      <source>A “\” stands before a sign that has no meaning there; it cannot refer back.</source>
      <translation>Un « \ » précède un signe qui n’a pas de sens à cet endroit ; un renvoi à ce qui précède n’est pas possible.</translation>
    </message>
    <message>
      <source>Add the file itself.</source>
      <translation>Ajoutez le fichier lui-même.</translation>
    </message>
    <message>
      <source>An example needs a question, a quote and an answer, of %1 characters in all at most.</source>
      <translation>Un exemple demande une question, une citation et une réponse, de %1 caractères en tout au plus.</translation>
    </message>
    <message>
      <source>Another program holds this vault's file.</source>
      <translation>Un autre programme occupe le fichier de ce coffre.</translation>
    </message>
    <message>
      <source>Ask again.</source>
      <translation>Redemandez.</translation>
    </message>
    <message>
      <source>Ask them if you need it.</source>
      <translation>Demandez-lui si vous en avez besoin.</translation>
    </message>
    <message>
      <source>At most %1 characters.</source>
      <translation>%1 caractères au plus.</translation>
    </message>
    <message>
      <source>Between 2 and %1 documents can be compared.</source>
      <translation>Entre 2 et %1 documents peuvent être comparés.</translation>
    </message>
    <message>
      <source>Check its permissions.</source>
      <translation>Vérifiez ses droits d’accès.</translation>
    </message>
    <message>
      <source>Check that it is connected and sound, then do it again.</source>
      <translation>Vérifiez qu’il est branché et en bon état, puis recommencez.</translation>
    </message>
    <message>
      <source>Check that its folder is there, and that Strongroom may write in it.</source>
      <translation>Vérifiez que son dossier existe et que Strongroom peut y écrire.</translation>
    </message>
    <message>
      <source>Check the disk and the rights of the file, then import it again.</source>
      <translation>Vérifiez le disque et les droits du fichier, puis importez-le à nouveau.</translation>
    </message>
    <message>
      <source>Check the library (“strongroom check”): a copy is kept as it is, and what can be is saved.</source>
      <translation>Contrôlez la bibliothèque (« strongroom check ») : une copie est gardée telle quelle, et ce qui peut l’être est sauvé.</translation>
    </message>
    <message>
      <source>Check the library: the damaged ones are then made again.</source>
      <translation>Contrôlez la bibliothèque : ceux qui sont endommagés sont alors refaits.</translation>
    </message>
    <message>
      <source>Check the name.</source>
      <translation>Vérifiez le nom.</translation>
    </message>
    <message>
      <source>Check the path.</source>
      <translation>Vérifiez le chemin.</translation>
    </message>
    <message>
      <source>Choose a .gguf file, or the folder of a sentence-transformers model.</source>
      <translation>Choisissez un fichier .gguf, ou le dossier d’un modèle sentence-transformers.</translation>
    </message>
    <message>
      <source>Choose a .gguf file.</source>
      <translation>Choisissez un fichier .gguf.</translation>
    </message>
    <message>
      <source>Choose a LoRA adapter in GGUF form.</source>
      <translation>Choisissez un adaptateur LoRA au format GGUF.</translation>
    </message>
    <message>
      <source>Choose a file in version 3, or one made for this kind of computer.</source>
      <translation>Choisissez un fichier de version 3, ou fait pour ce type d’ordinateur.</translation>
    </message>
    <message>
      <source>Choose a smaller model.</source>
      <translation>Choisissez un modèle plus petit.</translation>
    </message>
    <message>
      <source>Choose another file.</source>
      <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
      <source>Choose another one.</source>
      <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
      <source>Choose another place or name.</source>
      <translation>Choisissez un autre endroit ou un autre nom.</translation>
    </message>
    <message>
      <source>Choose another place, or make room.</source>
      <translation>Choisissez un autre endroit, ou libérez de la place.</translation>
    </message>
    <message>
      <source>Choose other pages or documents.</source>
      <translation>Choisissez d’autres pages ou documents.</translation>
    </message>
    <message>
      <source>Choose others.</source>
      <translation>Choisissez-en d’autres.</translation>
    </message>
    <message>
      <source>Choose the GGUF file of a language model that follows instructions.</source>
      <translation>Choisissez le fichier GGUF d’un modèle de langage qui suit des instructions.</translation>
    </message>
    <message>
      <source>Choose the file itself.</source>
      <translation>Choisissez le fichier lui-même.</translation>
    </message>
    <message>
      <source>Choose the folder of a sentence-transformers model with .safetensors weights.</source>
      <translation>Choisissez le dossier d’un modèle sentence-transformers avec des poids .safetensors.</translation>
    </message>
    <message>
      <source>Choose the folder that they lie in now.</source>
      <translation>Choisissez le dossier où ils se trouvent maintenant.</translation>
    </message>
    <message>
      <source>Close other programs, or use a smaller model.</source>
      <translation>Fermez d’autres programmes, ou utilisez un modèle plus petit.</translation>
    </message>
    <message>
      <source>Close that one, or choose another vault with --vault.</source>
      <translation>Fermez l’autre, ou choisissez un autre coffre avec --vault.</translation>
    </message>
    <message>
      <source>Close that one.</source>
      <translation>Fermez l’autre.</translation>
    </message>
    <message>
      <source>Compare it with what its maker told you. If it is the same, take the pack in once with “strongroom models import PACK --trust FINGERPRINT”.</source>
      <translation>Comparez-la avec celle que son auteur vous a indiquée. Si c’est la même, importez le paquet une fois avec « strongroom models import PACK --trust FINGERPRINT ».</translation>
    </message>
    <message>
      <source>Copy or download it again.</source>
      <translation>Copiez-le ou téléchargez-le à nouveau.</translation>
    </message>
    <message>
      <source>Copy or download the file again.</source>
      <translation>Copiez ou téléchargez le fichier à nouveau.</translation>
    </message>
    <message>
      <source>Copy the folder with real files in place of the links.</source>
      <translation>Copiez le dossier avec de vrais fichiers à la place des liens.</translation>
    </message>
    <message>
      <source>Delete it, then set up or import the models again.</source>
      <translation>Supprimez-la, puis installez ou importez les modèles à nouveau.</translation>
    </message>
    <message>
      <source>Delete it; nothing else is lost.</source>
      <translation>Supprimez-la ; rien d’autre n’est perdu.</translation>
    </message>
    <message>
      <source>Do not use it, unless its maker confirms this one.</source>
      <translation>Ne l’utilisez pas, sauf si son auteur confirme celle-ci.</translation>
    </message>
    <message>
      <source>Every byte of %1 files of the vault and the home folder (%2 MB; write-ahead log, free pages and vector index included, model files left out) was searched for %3 marks: pieces of the text from every page, in UTF-8 and UTF-16, names, paths, and vectors in 16 and 32 bits.</source>
      <translation>Chaque octet de %1 fichiers du coffre et du dossier personnel (%2 Mo ; journal, pages libres et index de vecteurs compris, fichiers de modèles exclus) a été parcouru à la recherche de %3 marques : des morceaux du texte de chaque page, en UTF-8 et UTF-16, des noms, des chemins et des vecteurs en 16 et 32 bits.</translation>
    </message>
    <message>
      <source>Files of this kind are not read.</source>
      <translation>Les fichiers de ce type ne sont pas lus.</translation>
    </message>
    <message>
      <source>Free some space, then import it again.</source>
      <translation>Libérez de la place, puis importez-le à nouveau.</translation>
    </message>
    <message>
      <source>Give 0 or more, or “auto”.</source>
      <translation>Indiquez 0 ou plus, ou « auto ».</translation>
    </message>
    <message>
      <source>Give its password to read it.</source>
      <translation>Donnez son mot de passe pour le lire.</translation>
    </message>
    <message>
      <source>Import into another folder, or forget everything in this one first: a library is never written over.</source>
      <translation>Importez dans un autre dossier, ou effacez d’abord tout dans celui-ci : une bibliothèque n’est jamais écrasée.</translation>
    </message>
    <message>
      <source>Import it again.</source>
      <translation>Importez-le à nouveau.</translation>
    </message>
    <message>
      <source>Import it with that one.</source>
      <translation>Importez-la avec celle-là.</translation>
    </message>
    <message>
      <source>Import one with “strongroom models import FILE”.</source>
      <translation>Importez-en un avec « strongroom models import FILE ».</translation>
    </message>
    <message>
      <source>Import the model again.</source>
      <translation>Importez le modèle à nouveau.</translation>
    </message>
    <message>
      <source>Index it again.</source>
      <translation>Indexez-le à nouveau.</translation>
    </message>
    <message>
      <source>Index it when it is complete.</source>
      <translation>Indexez-le quand il sera complet.</translation>
    </message>
    <message>
      <source>It cannot look ahead or behind.</source>
      <translation>Elle ne peut pas regarder en avant ni en arrière.</translation>
    </message>
    <message>
      <source>It does in %1.</source>
      <translation>C’est le cas dans %1.</translation>
    </message>
    <message>
      <source>It has pages 1 to %1.</source>
      <translation>Il a les pages 1 à %1.</translation>
    </message>
    <message>
      <source>It holds signs that no text can hold.</source>
      <translation>Elle contient des signes qu’aucun texte ne peut contenir.</translation>
    </message>
    <message>
      <source>It is kept untouched as %1.</source>
      <translation>Il est gardé intact sous le nom %1.</translation>
    </message>
    <message>
      <source>It is made anew; until then search is exact, and only slower.</source>
      <translation>Il est refait ; d’ici là, la recherche est exacte, et seulement plus lente.</translation>
    </message>
    <message>
      <source>It is started again. Finished documents are kept; ask or add again what was in hand.</source>
      <translation>Il redémarre. Les documents terminés sont conservés ; redemandez ou ajoutez à nouveau ce qui était en cours.</translation>
    </message>
    <message>
      <source>It may be damaged.</source>
      <translation>Il est peut-être endommagé.</translation>
    </message>
    <message>
      <source>It repeats too much. Make it shorter.</source>
      <translation>Elle répète trop. Raccourcissez-la.</translation>
    </message>
    <message>
      <source>It repeats too often: 1,000 times is the most.</source>
      <translation>Elle répète trop souvent : 1 000 fois au plus.</translation>
    </message>
    <message>
      <source>Its file is gone. What was read of it is kept until you decide.</source>
      <translation>Son fichier a disparu. Ce qui en a été lu est conservé jusqu’à votre décision.</translation>
    </message>
    <message>
      <source>Its file is gone. What was read of it is kept, as you wished.</source>
      <translation>Son fichier a disparu. Ce qui en a été lu est conservé, comme vous le souhaitiez.</translation>
    </message>
    <message>
      <source>Its name is not valid text, so it cannot be kept. Give it another name.</source>
      <translation>Son nom n’est pas un texte valable : il ne peut donc pas être retenu. Donnez-lui un autre nom.</translation>
    </message>
    <message>
      <source>Keep it on a drive of this computer: “--vault DIR” chooses one. The documents themselves may stay where they are.</source>
      <translation>Placez-le sur un disque de cet ordinateur : « --vault DIR » en choisit un. Les documents eux-mêmes peuvent rester où ils sont.</translation>
    </message>
    <message>
      <source>Leave them out.</source>
      <translation>Omettez-les.</translation>
    </message>
    <message>
      <source>Let Strongroom write there, or choose another folder.</source>
      <translation>Laissez Strongroom y écrire, ou choisissez un autre dossier.</translation>
    </message>
    <message>
      <source>Let Strongroom write there, or choose another vault.</source>
      <translation>Laissez Strongroom y écrire, ou choisissez un autre coffre.</translation>
    </message>
    <message>
      <source>Look at its brackets and backslashes.</source>
      <translation>Regardez ses parenthèses, ses crochets et ses barres obliques inverses.</translation>
    </message>
    <message>
      <source>Look at the file and the disk.</source>
      <translation>Examinez le fichier et le disque.</translation>
    </message>
    <message>
      <source>Make room on the disk, then open it again.</source>
      <translation>Libérez de la place sur le disque, puis rouvrez-le.</translation>
    </message>
    <message>
      <source>Make room, then do it again: it goes on where it was.</source>
      <translation>Libérez de la place, puis recommencez : cela reprend là où c’était resté.</translation>
    </message>
    <message>
      <source>Mend or delete %1.</source>
      <translation>Réparez ou supprimez %1.</translation>
    </message>
    <message>
      <source>No document of the library has this name, path or number.</source>
      <translation>Aucun document de la bibliothèque n’a ce nom, ce chemin ou ce numéro.</translation>
    </message>
    <message>
      <source>No one key is meant by that.</source>
      <translation>Cela ne désigne pas une clé précise.</translation>
    </message>
    <message>
      <source>No text was found on the page.</source>
      <translation>Aucun texte n’a été trouvé sur la page.</translation>
    </message>
    <message>
      <source>No text: %1 of %2 pages are only pictures (a scan).</source>
      <translation>Pas de texte : %1 pages sur %2 ne sont que des images (un scan).</translation>
    </message>
    <message>
      <source>None of its documents is in %1.</source>
      <translation>Aucun de ses documents n’est dans %1.</translation>
    </message>
    <message>
      <source>None was found that other documents or kept conversations do not hold too.</source>
      <translation>Aucune n’a été trouvée que d’autres documents ou des conversations conservées ne contiennent aussi.</translation>
    </message>
    <message>
      <source>Not added yet: the disk is full. Make room, then index again.</source>
      <translation>Pas encore ajouté : le disque est plein. Libérez de la place, puis indexez à nouveau.</translation>
    </message>
    <message>
      <source>Not locked: this machine cannot keep Strongroom from networks.</source>
      <translation>Non verrouillé : cet ordinateur ne peut pas tenir Strongroom à l’écart des réseaux.</translation>
    </message>
    <message>
      <source>Not read: %1 of this message.</source>
      <translation>Non lu : %1 de ce message.</translation>
    </message>
    <message>
      <source>Not read: too many pages before it ended the reader.</source>
      <translation>Non lu : trop de pages précédentes ont mis fin au lecteur.</translation>
    </message>
    <message>
      <source>Not refused.</source>
      <translation>Non refusé.</translation>
    </message>
    <message>
      <source>Nothing can be kept in %1: %2.</source>
      <translation>Rien ne peut être conservé dans %1 : %2.</translation>
    </message>
    <message>
      <source>Nothing can be written here: the disk or the folder is read-only.</source>
      <translation>Rien ne peut être écrit ici : le disque ou le dossier est en lecture seule.</translation>
    </message>
    <message>
      <source>Nothing of it was used. Ask whoever made it for another copy.</source>
      <translation>Rien n’en a été utilisé. Demandez une autre copie à la personne qui l’a fait.</translation>
    </message>
    <message>
      <source>Nothing of this document could be read.</source>
      <translation>Rien de ce document n’a pu être lu.</translation>
    </message>
    <message>
      <source>Nothing that was finished is lost.</source>
      <translation>Rien de ce qui était terminé n’est perdu.</translation>
    </message>
    <message>
      <source>Nothing that was looked for was missing.</source>
      <translation>Rien de ce qui a été cherché ne manquait.</translation>
    </message>
    <message>
      <source>Nothing was changed. Look at the folder %1.</source>
      <translation>Rien n’a été changé. Examinez le dossier %1.</translation>
    </message>
    <message>
      <source>Nothing was changed. Open the vault that you made, or make a new one.</source>
      <translation>Rien n’a été changé. Ouvrez le coffre que vous avez créé, ou créez-en un nouveau.</translation>
    </message>
    <message>
      <source>Nothing was imported. Have it exported, or copied, again.</source>
      <translation>Rien n’a été importé. Faites-la exporter, ou copier, à nouveau.</translation>
    </message>
    <message>
      <source>Only %1 says %2.</source>
      <translation>Seul %1 dit %2.</translation>
    </message>
    <message>
      <source>Only answer models have these options.</source>
      <translation>Seuls les modèles de réponse ont ces options.</translation>
    </message>
    <message>
      <source>Only the first %1 MB are read: %2 were left out.</source>
      <translation>Seuls les %1 premiers Mo sont lus : %2 ont été laissés de côté.</translation>
    </message>
    <message>
      <source>Open it elsewhere to check it.</source>
      <translation>Ouvrez-le ailleurs pour le vérifier.</translation>
    </message>
    <message>
      <source>Open it elsewhere to check.</source>
      <translation>Ouvrez-le ailleurs pour vérifier.</translation>
    </message>
    <message>
      <source>Open it once where it can be written.</source>
      <translation>Ouvrez-le une fois là où l’on peut y écrire.</translation>
    </message>
    <message>
      <source>Open it with that one.</source>
      <translation>Ouvrez-le avec celle-là.</translation>
    </message>
    <message>
      <source>Opening the document %1.</source>
      <translation>L’ouverture du document %1.</translation>
    </message>
    <message>
      <source>Page %1 cannot be opened.</source>
      <translation>La page %1 ne peut pas être ouverte.</translation>
    </message>
    <message>
      <source>Pages after %1 are not read.</source>
      <translation>Les pages après la %1 ne sont pas lues.</translation>
    </message>
    <message>
      <source>Put it back, or remove the document.</source>
      <translation>Remettez-le en place, ou retirez le document.</translation>
    </message>
    <message>
      <source>Put the file back, then check again.</source>
      <translation>Remettez le fichier en place, puis contrôlez à nouveau.</translation>
    </message>
    <message>
      <source>Put the stick back and import the pack again: it goes on where it stopped.</source>
      <translation>Remettez la clé USB et importez de nouveau le paquet : la copie reprend là où elle s’est arrêtée.</translation>
    </message>
    <message>
      <source>Reading the document %1 as a whole.</source>
      <translation>La lecture du document %1 dans son ensemble.</translation>
    </message>
    <message>
      <source>Reading this page %1.</source>
      <translation>La lecture de cette page %1.</translation>
    </message>
    <message>
      <source>Reading this page needed too much memory.</source>
      <translation>Lire cette page demandait trop de mémoire.</translation>
    </message>
    <message>
      <source>Regular expressions cannot be searched for here.</source>
      <translation>Les expressions régulières ne peuvent pas être cherchées ici.</translation>
    </message>
    <message>
      <source>Remove its documents there first, or leave it.</source>
      <translation>Retirez-en d’abord ses documents, ou laissez-le.</translation>
    </message>
    <message>
      <source>Remove one first.</source>
      <translation>Retirez-en d’abord un.</translation>
    </message>
    <message>
      <source>Remove the document, then add it again.</source>
      <translation>Retirez le document, puis ajoutez-le à nouveau.</translation>
    </message>
    <message>
      <source>Rename the file or folder, then import it again.</source>
      <translation>Renommez le fichier ou le dossier, puis importez-le à nouveau.</translation>
    </message>
    <message>
      <source>Save each message as an .eml file of its own.</source>
      <translation>Enregistrez chaque message dans son propre fichier .eml.</translation>
    </message>
    <message>
      <source>Save it anew as .docx, without a password.</source>
      <translation>Enregistrez-le à nouveau en .docx, sans mot de passe.</translation>
    </message>
    <message>
      <source>Save it without one.</source>
      <translation>Enregistrez-le sans mot de passe.</translation>
    </message>
    <message>
      <source>Save the message anew as an .eml file.</source>
      <translation>Enregistrez à nouveau le message en fichier .eml.</translation>
    </message>
    <message>
      <source>Search works without it, only slower. Make room on the disk of the vault.</source>
      <translation>La recherche fonctionne sans lui, mais plus lentement. Libérez de la place sur le disque du coffre.</translation>
    </message>
    <message>
      <source>Set up Strongroom again.</source>
      <translation>Installez Strongroom à nouveau.</translation>
    </message>
    <message>
      <source>Shorten it.</source>
      <translation>Raccourcissez-la.</translation>
    </message>
    <message>
      <source>Some of these could not be read: %1. Add your folders again to find documents that are missing.</source>
      <translation>Certains éléments n’ont pas pu être lus : %1. Ajoutez vos dossiers à nouveau pour retrouver les documents manquants.</translation>
    </message>
    <message>
      <source>Something went wrong inside Strongroom.</source>
      <translation>Un problème est survenu dans Strongroom.</translation>
    </message>
    <message>
      <source>Split it.</source>
      <translation>Divisez-le.</translation>
    </message>
    <message>
      <source>Start Strongroom again.</source>
      <translation>Redémarrez Strongroom.</translation>
    </message>
    <message>
      <source>Strongroom does not start without them. Ask the administrator to mend the file.</source>
      <translation>Strongroom ne démarre pas sans eux. Demandez à l’administrateur de corriger le fichier.</translation>
    </message>
    <message>
      <source>Strongroom does not write summaries in this language.</source>
      <translation>Strongroom n’écrit pas de résumés dans cette langue.</translation>
    </message>
    <message>
      <source>Strongroom fetches nothing from a hub.</source>
      <translation>Strongroom ne va rien chercher sur internet.</translation>
    </message>
    <message>
      <source>Strongroom never runs code of a model. Choose another model.</source>
      <translation>Strongroom n’exécute jamais le code d’un modèle. Choisissez un autre modèle.</translation>
    </message>
    <message>
      <source>Strongroom reaches no network.</source>
      <translation>Strongroom n’atteint aucun réseau.</translation>
    </message>
    <message>
      <source>Take the .safetensors form of the model, without that file.</source>
      <translation>Prenez la forme .safetensors du modèle, sans ce fichier.</translation>
    </message>
    <message>
      <source>Text that cannot be seen in this message was left out.</source>
      <translation>Du texte invisible dans ce message a été laissé de côté.</translation>
    </message>
    <message>
      <source>Text that cannot be seen on this page was left out.</source>
      <translation>Du texte invisible sur cette page a été laissé de côté.</translation>
    </message>
    <message>
      <source>Text that is hidden or deleted in this file was left out.</source>
      <translation>Du texte masqué ou supprimé dans ce fichier a été laissé de côté.</translation>
    </message>
    <message>
      <source>That conversation no longer exists.</source>
      <translation>Cette conversation n’existe plus.</translation>
    </message>
    <message>
      <source>That document is no longer in the library.</source>
      <translation>Ce document n’est plus dans la bibliothèque.</translation>
    </message>
    <message>
      <source>That is too long to be searched for.</source>
      <translation>C’est trop long pour une recherche.</translation>
    </message>
    <message>
      <source>The %1 differ: %2.</source>
      <translation>Les %1 diffèrent : %2.</translation>
    </message>
    <message>
      <source>The PDF has no pages.</source>
      <translation>Le PDF n’a pas de pages.</translation>
    </message>
    <message>
      <source>The Word file defines its own XML, which Word never does.</source>
      <translation>Le fichier Word définit son propre XML, ce que Word ne fait jamais.</translation>
    </message>
    <message>
      <source>The Word file holds too many files to be read.</source>
      <translation>Le fichier Word contient trop de fichiers pour être lu.</translation>
    </message>
    <message>
      <source>The Word file is locked with a password.</source>
      <translation>Le fichier Word est verrouillé par un mot de passe.</translation>
    </message>
    <message>
      <source>The Word file is nested too deeply to be read.</source>
      <translation>Le fichier Word est trop imbriqué pour être lu.</translation>
    </message>
    <message>
      <source>The Word file unpacks to more than is read.</source>
      <translation>Le fichier Word décompressé dépasse ce qui est lu.</translation>
    </message>
    <message>
      <source>The adapter %1 does not fit the model %2.</source>
      <translation>L’adaptateur %1 ne convient pas au modèle %2.</translation>
    </message>
    <message>
      <source>The adapter “%1” does not fit “%2”: %3.</source>
      <translation>L’adaptateur « %1 » ne convient pas à « %2 » : %3.</translation>
    </message>
    <message>
      <source>The administrator of this computer does not allow libraries in this folder.</source>
      <translation>L’administrateur de cet ordinateur n’autorise pas de bibliothèques dans ce dossier.</translation>
    </message>
    <message>
      <source>The administrator of this computer does not allow the model “%1”.</source>
      <translation>L’administrateur de cet ordinateur n’autorise pas le modèle « %1 ».</translation>
    </message>
    <message>
      <source>The administrator of this computer has switched exporting off.</source>
      <translation>L’administrateur de cet ordinateur a désactivé l’exportation.</translation>
    </message>
    <message>
      <source>The administrator's settings in %1 cannot be understood.</source>
      <translation>Les réglages de l’administrateur dans %1 sont incompréhensibles.</translation>
    </message>
    <message>
      <source>The catalogue of this vault cannot be opened.</source>
      <translation>Le catalogue de ce coffre ne peut pas être ouvert.</translation>
    </message>
    <message>
      <source>The catalogue of this vault cannot be opened: it is damaged.</source>
      <translation>Le catalogue de ce coffre ne peut pas être ouvert : il est endommagé.</translation>
    </message>
    <message>
      <source>The catalogue of this vault is damaged.</source>
      <translation>Le catalogue de ce coffre est endommagé.</translation>
    </message>
    <message>
      <source>The catalogue of this vault is no file.</source>
      <translation>Le catalogue de ce coffre n’est pas un fichier.</translation>
    </message>
    <message>
      <source>The catalogue of this vault was not made by Strongroom.</source>
      <translation>Le catalogue de ce coffre n’a pas été fait par Strongroom.</translation>
    </message>
    <message>
      <source>The catalogue was damaged, and no document could be saved from it. %1A new one was begun: add your documents again. %2 could be saved.</source>
      <translation>Le catalogue était endommagé, et aucun document n’a pu en être sauvé. %1Un nouveau a été commencé : ajoutez vos documents à nouveau. %2 ont pu être sauvés.</translation>
    </message>
    <message>
      <source>The catalogue was gone. A new one was begun: add your documents again.</source>
      <translation>Le catalogue avait disparu. Un nouveau a été commencé : ajoutez vos documents à nouveau.</translation>
    </message>
    <message>
      <source>The chat template of this model does not work, or takes too long.</source>
      <translation>Le modèle de dialogue de ce modèle ne fonctionne pas, ou prend trop de temps.</translation>
    </message>
    <message>
      <source>The damaged catalogue of this vault could not be saved.</source>
      <translation>Le catalogue endommagé de ce coffre n’a pas pu être enregistré.</translation>
    </message>
    <message>
      <source>The disk does not read or write as it should.</source>
      <translation>Le disque ne lit ou n’écrit pas comme il le devrait.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>Le disque est plein.</translation>
    </message>
    <message>
      <source>The document has no page %1.</source>
      <translation>Le document n’a pas de page %1.</translation>
    </message>
    <message>
      <source>The document has no such pages.</source>
      <translation>Le document n’a pas de telles pages.</translation>
    </message>
    <message>
      <source>The document has no text.</source>
      <translation>Le document n’a pas de texte.</translation>
    </message>
    <message>
      <source>The document holds more text than is read.</source>
      <translation>Le document contient plus de texte qu’il n’en est lu.</translation>
    </message>
    <message>
      <source>The document is locked with a password.</source>
      <translation>Le document est verrouillé par un mot de passe.</translation>
    </message>
    <message>
      <source>The document is searchable by keyword only.</source>
      <translation>Le document n’est cherchable que par mot.</translation>
    </message>
    <message>
      <source>The document needs too much memory to read.</source>
      <translation>La lecture du document demande trop de mémoire.</translation>
    </message>
    <message>
      <source>The document was not read yet.</source>
      <translation>Le document n’a pas encore été lu.</translation>
    </message>
    <message>
      <source>The document was said to be searchable by keyword only, and is by meaning, too.</source>
      <translation>Le document était dit cherchable par mot seulement, et l’est aussi par le sens.</translation>
    </message>
    <message>
      <source>The document was said to be searchable by meaning, and is by keyword only.</source>
      <translation>Le document était dit cherchable par le sens, et ne l’est que par mot.</translation>
    </message>
    <message>
      <source>The engine does not understand this request.</source>
      <translation>Le moteur ne comprend pas cette demande.</translation>
    </message>
    <message>
      <source>The engine stopped unexpectedly while it was working.</source>
      <translation>Le moteur s’est arrêté de façon inattendue pendant son travail.</translation>
    </message>
    <message>
      <source>The file cannot be opened.</source>
      <translation>Le fichier ne peut pas être ouvert.</translation>
    </message>
    <message>
      <source>The file cannot be read.</source>
      <translation>Le fichier ne peut pas être lu.</translation>
    </message>
    <message>
      <source>The file cannot be written: %1.</source>
      <translation>Le fichier ne peut pas être écrit : %1.</translation>
    </message>
    <message>
      <source>The file changed each time while it was being read.</source>
      <translation>Le fichier a changé chaque fois pendant sa lecture.</translation>
    </message>
    <message>
      <source>The file changed since it was read.</source>
      <translation>Le fichier a changé depuis sa lecture.</translation>
    </message>
    <message>
      <source>The file changed while it was being read.</source>
      <translation>Le fichier a changé pendant sa lecture.</translation>
    </message>
    <message>
      <source>The file holds no text.</source>
      <translation>Le fichier ne contient pas de texte.</translation>
    </message>
    <message>
      <source>The file is damaged, or it is no PDF.</source>
      <translation>Le fichier est endommagé, ou n’est pas un PDF.</translation>
    </message>
    <message>
      <source>The file is damaged, or it is no Word file.</source>
      <translation>Le fichier est endommagé, ou n’est pas un fichier Word.</translation>
    </message>
    <message>
      <source>The file is larger than 4 GB, the most that is read.</source>
      <translation>Le fichier dépasse 4 Go, le maximum lu.</translation>
    </message>
    <message>
      <source>The file is nested too deeply to be read.</source>
      <translation>Le fichier est trop imbriqué pour être lu.</translation>
    </message>
    <message>
      <source>The file is no longer there.</source>
      <translation>Le fichier n’est plus là.</translation>
    </message>
    <message>
      <source>The file is no longer there. Put it back, or remove the document.</source>
      <translation>Le fichier n’est plus là. Remettez-le en place, ou retirez le document.</translation>
    </message>
    <message>
      <source>The file may not be opened.</source>
      <translation>Le fichier ne peut pas être ouvert : accès refusé.</translation>
    </message>
    <message>
      <source>The file may not be opened. Check its permissions.</source>
      <translation>Le fichier ne peut pas être ouvert : accès refusé. Vérifiez ses droits.</translation>
    </message>
    <message>
      <source>The file of known keys cannot be understood.</source>
      <translation>Le fichier des clés connues est incompréhensible.</translation>
    </message>
    <message>
      <source>The file or folder is gone, or may not be opened.</source>
      <translation>Le fichier ou le dossier a disparu, ou ne peut pas être ouvert.</translation>
    </message>
    <message>
      <source>The files of the vector index were damaged.</source>
      <translation>Les fichiers de l’index de vecteurs étaient endommagés.</translation>
    </message>
    <message>
      <source>The first one comes before the last one.</source>
      <translation>La première vient avant la dernière.</translation>
    </message>
    <message>
      <source>The folder cannot be opened, so nothing in it was read. Check its permissions.</source>
      <translation>Le dossier ne peut pas être ouvert : rien n’y a donc été lu. Vérifiez ses droits d’accès.</translation>
    </message>
    <message>
      <source>The index of words was damaged.</source>
      <translation>L’index des mots était endommagé.</translation>
    </message>
    <message>
      <source>The kernel does not let a program give up its privileges.</source>
      <translation>Le noyau ne permet pas à un programme d’abandonner ses privilèges.</translation>
    </message>
    <message>
      <source>The kernel does not let a program lock itself (seccomp: %1).</source>
      <translation>Le noyau ne permet pas à un programme de se verrouiller (seccomp : %1).</translation>
    </message>
    <message>
      <source>The kernel took the lock, but does not refuse sockets.</source>
      <translation>Le noyau a accepté le verrou, mais ne refuse pas les sockets.</translation>
    </message>
    <message>
      <source>The kernel took the lock, but says that it does not hold.</source>
      <translation>Le noyau a accepté le verrou, mais dit qu’il ne tient pas.</translation>
    </message>
    <message>
      <source>The key cannot be written: %1.</source>
      <translation>La clé ne peut pas être écrite : %1.</translation>
    </message>
    <message>
      <source>The keyword index was not right for %1 chunks.</source>
      <translation>L’index des mots n’était pas exact pour %1 morceaux.</translation>
    </message>
    <message>
      <source>The lessee shall pay the rent in advance, on the first day of every month.</source>
      <translation>Le preneur paie le loyer par anticipation, le premier jour de chaque mois.</translation>
    </message>
    <message>
      <source>The library cannot be exported there: %1.</source>
      <translation>La bibliothèque ne peut pas être exportée là : %1.</translation>
    </message>
    <message>
      <source>The library cannot be imported: %1.</source>
      <translation>La bibliothèque ne peut pas être importée : %1.</translation>
    </message>
    <message>
      <source>The library has no folder %1.</source>
      <translation>La bibliothèque n’a pas de dossier %1.</translation>
    </message>
    <message>
      <source>The list of models “%1” is damaged.</source>
      <translation>La liste des modèles « %1 » est endommagée.</translation>
    </message>
    <message>
      <source>The lock is not written for this kind of processor (%1).</source>
      <translation>Le verrou n’est pas écrit pour ce type de processeur (%1).</translation>
    </message>
    <message>
      <source>The message is encrypted: only who wrote to whom was read.</source>
      <translation>Le message est chiffré : seuls l’expéditeur et les destinataires ont été lus.</translation>
    </message>
    <message>
      <source>The message is nested too deeply, or in too many parts.</source>
      <translation>Le message est trop imbriqué, ou a trop de parties.</translation>
    </message>
    <message>
      <source>The model %1 cannot be loaded.</source>
      <translation>Le modèle %1 ne peut pas être chargé.</translation>
    </message>
    <message>
      <source>The model in %1 cannot be loaded.</source>
      <translation>Le modèle dans %1 ne peut pas être chargé.</translation>
    </message>
    <message>
      <source>The model needs %1 of disk space; %2 are free.</source>
      <translation>Le modèle demande %1 sur le disque ; %2 sont libres.</translation>
    </message>
    <message>
      <source>The model “%1” is damaged.</source>
      <translation>Le modèle « %1 » est endommagé.</translation>
    </message>
    <message>
      <source>The model “%1” is gone from its folder.</source>
      <translation>Le modèle « %1 » n’est plus dans son dossier.</translation>
    </message>
    <message>
      <source>The model “%1” needs about %2 of memory, and %3 are free: it was not loaded.</source>
      <translation>Le modèle « %1 » demande environ %2 de mémoire, et %3 sont libres : il n’a pas été chargé.</translation>
    </message>
    <message>
      <source>The other documents are not affected.</source>
      <translation>Les autres documents ne sont pas concernés.</translation>
    </message>
    <message>
      <source>The pack is signed with a key that is not trusted here: %1.</source>
      <translation>Le paquet est signé avec une clé qui n’est pas reconnue ici : %1.</translation>
    </message>
    <message>
      <source>The pack is signed with another key: %1.</source>
      <translation>Le paquet est signé avec une autre clé : %1.</translation>
    </message>
    <message>
      <source>The pack “%1” is damaged, was altered, or is not signed.</source>
      <translation>Le paquet « %1 » est endommagé, a été modifié ou n’est pas signé.</translation>
    </message>
    <message>
      <source>The page is damaged.</source>
      <translation>La page est endommagée.</translation>
    </message>
    <message>
      <source>The page is only a picture: it has no text layer.</source>
      <translation>La page n’est qu’une image : elle n’a pas de couche de texte.</translation>
    </message>
    <message>
      <source>The page is too large to be drawn, so it was not read.</source>
      <translation>La page est trop grande pour être dessinée : elle n’a donc pas été lue.</translation>
    </message>
    <message>
      <source>The processor of this computer is too old for the model that writes answers.</source>
      <translation>Le processeur de cet ordinateur est trop ancien pour le modèle qui rédige les réponses.</translation>
    </message>
    <message>
      <source>The question is empty.</source>
      <translation>La question est vide.</translation>
    </message>
    <message>
      <source>The range between “[” and “]” has no such order.</source>
      <translation>L’intervalle entre « [ » et « ] » n’a pas cet ordre.</translation>
    </message>
    <message>
      <source>The reader could not be locked up, so it opens nothing.</source>
      <translation>Le lecteur n’a pas pu être verrouillé : il n’ouvre donc rien.</translation>
    </message>
    <message>
      <source>The search index could not be written whole.</source>
      <translation>L’index de recherche n’a pas pu être écrit en entier.</translation>
    </message>
    <message>
      <source>The search index could not be written.</source>
      <translation>L’index de recherche n’a pas pu être écrit.</translation>
    </message>
    <message>
      <source>The search model in %1 is of a kind that this build cannot compute.</source>
      <translation>Le modèle de recherche dans %1 est d’un type que cette version ne peut pas calculer.</translation>
    </message>
    <message>
      <source>The settings file cannot be understood.</source>
      <translation>Le fichier des réglages est incompréhensible.</translation>
    </message>
    <message>
      <source>The text is longer than what is read of one file: the rest was left out.</source>
      <translation>Le texte dépasse ce qui est lu d’un fichier : le reste a été laissé de côté.</translation>
    </message>
    <message>
      <source>The vector index did not hold exactly the library's chunks.</source>
      <translation>L’index de vecteurs ne contenait pas exactement les morceaux de la bibliothèque.</translation>
    </message>
    <message>
      <source>The vectors of this vault are damaged.</source>
      <translation>Les vecteurs de ce coffre sont endommagés.</translation>
    </message>
    <message>
      <source>There are %1 examples already.</source>
      <translation>Il y a déjà %1 exemples.</translation>
    </message>
    <message>
      <source>There is a file %1 already.</source>
      <translation>Il y a déjà un fichier %1.</translation>
    </message>
    <message>
      <source>There is a library in this vault already.</source>
      <translation>Il y a déjà une bibliothèque dans ce coffre.</translation>
    </message>
    <message>
      <source>There is a macOS sandbox, but it does not refuse the network.</source>
      <translation>Il y a un bac à sable macOS, mais il ne refuse pas le réseau.</translation>
    </message>
    <message>
      <source>There is already another model called “%1”.</source>
      <translation>Il y a déjà un autre modèle appelé « %1 ».</translation>
    </message>
    <message>
      <source>There is no chat template called “%1”.</source>
      <translation>Il n’y a pas de modèle de dialogue appelé « %1 ».</translation>
    </message>
    <message>
      <source>There is no example of this number.</source>
      <translation>Il n’y a pas d’exemple de ce numéro.</translation>
    </message>
    <message>
      <source>There is no file at “%1”.</source>
      <translation>Il n’y a pas de fichier à « %1 ».</translation>
    </message>
    <message>
      <source>There is no file or folder %1.</source>
      <translation>Il n’y a ni fichier ni dossier %1.</translation>
    </message>
    <message>
      <source>There is no model called “%1” that %2.</source>
      <translation>Il n’y a pas de modèle appelé « %1 » qui %2.</translation>
    </message>
    <message>
      <source>There is no model that %1.</source>
      <translation>Il n’y a pas de modèle qui %1.</translation>
    </message>
    <message>
      <source>There is no such number of layers.</source>
      <translation>Ce nombre de couches n’existe pas.</translation>
    </message>
    <message>
      <source>There is no text to summarise.</source>
      <translation>Il n’y a pas de texte à résumer.</translation>
    </message>
    <message>
      <source>There is nothing before “*”, “+” or “?” that could repeat.</source>
      <translation>Rien à répéter ne précède « * », « + » ou « ? ».</translation>
    </message>
    <message>
      <source>There is nothing to search for.</source>
      <translation>Il n’y a rien à chercher.</translation>
    </message>
    <message>
      <source>There is something at %1 already.</source>
      <translation>Il y a déjà quelque chose à l’emplacement %1.</translation>
    </message>
    <message>
      <source>These are no pages.</source>
      <translation>Ce ne sont pas des pages.</translation>
    </message>
    <message>
      <source>They have to lie in %1.</source>
      <translation>Elles doivent se trouver dans %1.</translation>
    </message>
    <message>
      <source>This conversation cannot be read: it is damaged.</source>
      <translation>Cette conversation ne peut pas être lue : elle est endommagée.</translation>
    </message>
    <message>
      <source>This document has no pages to draw, only text.</source>
      <translation>Ce document n’a pas de pages à dessiner, seulement du texte.</translation>
    </message>
    <message>
      <source>This file holds several messages, a whole mailbox.</source>
      <translation>Ce fichier contient plusieurs messages, toute une boîte aux lettres.</translation>
    </message>
    <message>
      <source>This file is not an exported library, or it is damaged or was changed.</source>
      <translation>Ce fichier n’est pas une bibliothèque exportée, ou il est endommagé ou a été modifié.</translation>
    </message>
    <message>
      <source>This is a Word file of the older kind, or one that is locked with a password.</source>
      <translation>C’est un fichier Word d’un ancien format, ou verrouillé par un mot de passe.</translation>
    </message>
    <message>
      <source>This is no file, but a folder, a device or a pipe.</source>
      <translation>Ce n’est pas un fichier, mais un dossier, un périphérique ou un tube.</translation>
    </message>
    <message>
      <source>This is no key to sign with.</source>
      <translation>Ce n’est pas une clé pour signer.</translation>
    </message>
    <message>
      <source>This is no mail message.</source>
      <translation>Ce n’est pas un courriel.</translation>
    </message>
    <message>
      <source>This is no text, whatever its name says.</source>
      <translation>Ce n’est pas du texte, quoi qu’en dise son nom.</translation>
    </message>
    <message>
      <source>This is not an ordinary file but a link, a pipe, a device or a folder.</source>
      <translation>Ce n’est pas un fichier ordinaire mais un lien, un tube, un périphérique ou un dossier.</translation>
    </message>
    <message>
      <source>This library was exported by a newer version of Strongroom.</source>
      <translation>Cette bibliothèque a été exportée par une version plus récente de Strongroom.</translation>
    </message>
    <message>
      <source>This macOS does not offer its sandbox to programs.</source>
      <translation>Ce macOS n’offre pas son bac à sable aux programmes.</translation>
    </message>
    <message>
      <source>This page holds more text than is read: the rest was left out.</source>
      <translation>Cette page contient plus de texte qu’il n’en est lu : le reste a été laissé de côté.</translation>
    </message>
    <message>
      <source>This passage contains text that gives orders to a language model. That text is kept from the model, and no answer rests on it.</source>
      <translation>Ce passage contient du texte qui donne des ordres à un modèle de langage. Ce texte est caché au modèle, et aucune réponse ne repose dessus.</translation>
    </message>
    <message>
      <source>This pattern cannot be searched for.</source>
      <translation>Cette expression ne peut pas être cherchée.</translation>
    </message>
    <message>
      <source>This receipt does not cover: the original files, which Strongroom never changes; backups, snapshots, synchronised folders and other copies of the vault; dossiers and other files that were exported; the memory of the running program, until it ends; swap and hibernation files; blocks that a disk has set aside, as SSDs do (wear levelling). Only the encryption of the whole disk protects those.</source>
      <translation>Cette attestation ne couvre pas : les fichiers d’origine, que Strongroom ne modifie jamais ; les sauvegardes, instantanés, dossiers synchronisés et autres copies du coffre ; les dossiers et autres fichiers exportés ; la mémoire du programme en cours, jusqu’à ce qu’il se termine ; les fichiers d’échange et de mise en veille ; les blocs qu’un disque a mis de côté, comme le font les SSD (répartition de l’usure). Seul le chiffrement de tout le disque les protège.</translation>
    </message>
    <message>
      <source>This vault could not be brought to this version of Strongroom.</source>
      <translation>Ce coffre n’a pas pu être adapté à cette version de Strongroom.</translation>
    </message>
    <message>
      <source>This vault is in use by another Strongroom (%1).</source>
      <translation>Ce coffre est utilisé par un autre Strongroom (%1).</translation>
    </message>
    <message>
      <source>This vault lies on a network drive (%1), where it could be damaged.</source>
      <translation>Ce coffre se trouve sur un lecteur réseau (%1), où il pourrait être endommagé.</translation>
    </message>
    <message>
      <source>This vault was made by a newer version of Strongroom.</source>
      <translation>Ce coffre a été créé par une version plus récente de Strongroom.</translation>
    </message>
    <message>
      <source>This vault was made by an older version of Strongroom, and must be changed first.</source>
      <translation>Ce coffre a été créé par une version plus ancienne de Strongroom, et doit d’abord être adapté.</translation>
    </message>
    <message>
      <source>This vault was not closed before it was made read-only: its newest part is missing.</source>
      <translation>Ce coffre n’a pas été fermé avant d’être mis en lecture seule : sa partie la plus récente manque.</translation>
    </message>
    <message>
      <source>To use it all the same, start it once with --allow-unlocked.</source>
      <translation>Pour l’utiliser malgré tout, démarrez-le une fois avec --allow-unlocked.</translation>
    </message>
    <message>
      <source>Two signs of repetition follow each other.</source>
      <translation>Deux signes de répétition se suivent.</translation>
    </message>
    <message>
      <source>Use a BERT model with mean pooling, or Strongroom from its source.</source>
      <translation>Utilisez un modèle BERT avec « mean pooling », ou Strongroom à partir de ses sources.</translation>
    </message>
    <message>
      <source>Use another model.</source>
      <translation>Utilisez un autre modèle.</translation>
    </message>
    <message>
      <source>Use another one.</source>
      <translation>Utilisez-en un autre.</translation>
    </message>
    <message>
      <source>Use it with the model that it was made for.</source>
      <translation>Utilisez-le avec le modèle pour lequel il a été fait.</translation>
    </message>
    <message>
      <source>Verify it, or use another one.</source>
      <translation>Vérifiez-le, ou utilisez-en un autre.</translation>
    </message>
    <message>
      <source>Verify the models first.</source>
      <translation>Vérifiez d’abord les modèles.</translation>
    </message>
    <message>
      <source>What is embedded in this file was not read.</source>
      <translation>Ce qui est incorporé dans ce fichier n’a pas été lu.</translation>
    </message>
    <message>
      <source>What was read of the document is damaged, and its file is no longer there.</source>
      <translation>Ce qui a été lu du document est endommagé, et son fichier n’est plus là.</translation>
    </message>
    <message>
      <source>What was read of the document is damaged. It is read again by the next indexing.</source>
      <translation>Ce qui a été lu du document est endommagé. La prochaine indexation le relit.</translation>
    </message>
    <message>
      <source>Where its file lies cannot be reached now. What was read of it can be asked.</source>
      <translation>L’endroit où se trouve son fichier ne peut pas être atteint pour l’instant. Ce qui en a été lu peut être interrogé.</translation>
    </message>
    <message>
      <source>Windows does not let the reader be limited.</source>
      <translation>Windows ne permet pas de limiter le lecteur.</translation>
    </message>
    <message>
      <source>Windows does not make a job object.</source>
      <translation>Windows ne crée pas d’objet de travail.</translation>
    </message>
    <message>
      <source>Windows does not say whether this process is in an AppContainer.</source>
      <translation>Windows ne dit pas si ce processus est dans un AppContainer.</translation>
    </message>
    <message>
      <source>Windows does not set the limits of a job object.</source>
      <translation>Windows ne fixe pas les limites d’un objet de travail.</translation>
    </message>
    <message>
      <source>Windows does not take the reader into a job object.</source>
      <translation>Windows ne place pas le lecteur dans un objet de travail.</translation>
    </message>
    <message>
      <source>Write at least one letter.</source>
      <translation>Écrivez au moins une lettre.</translation>
    </message>
    <message>
      <source>Write the words to be found.</source>
      <translation>Écrivez les mots à trouver.</translation>
    </message>
    <message>
      <source>Write what you want to know.</source>
      <translation>Écrivez ce que vous voulez savoir.</translation>
    </message>
    <message>
      <source>You can search. Answers need a processor with AVX2, which most have since 2013.</source>
      <translation>Vous pouvez chercher. Les réponses demandent un processeur avec AVX2, que la plupart ont depuis 2013.</translation>
    </message>
    <message>
      <source>“%1” adapts another model.</source>
      <translation>« %1 » adapte un autre modèle.</translation>
    </message>
    <message>
      <source>“%1” contains a link (“%2”), which could lead anywhere.</source>
      <translation>« %1 » contient un lien (« %2 ») qui pourrait mener n’importe où.</translation>
    </message>
    <message>
      <source>“%1” contains “%2”, a kind of file that can hold a program.</source>
      <translation>« %1 » contient « %2 », un type de fichier qui peut renfermer un programme.</translation>
    </message>
    <message>
      <source>“%1” could not be copied: %2.</source>
      <translation>« %1 » n’a pas pu être copié : %2.</translation>
    </message>
    <message>
      <source>“%1” has no tokenizer.</source>
      <translation>« %1 » n’a pas de tokeniseur.</translation>
    </message>
    <message>
      <source>“%1” has version %2 of the GGUF format, which is not supported.</source>
      <translation>« %1 » est en version %2 du format GGUF, qui n’est pas gérée.</translation>
    </message>
    <message>
      <source>“%1” holds more than %2 files.</source>
      <translation>« %1 » contient plus de %2 fichiers.</translation>
    </message>
    <message>
      <source>“%1” holds no sentence-transformers model.</source>
      <translation>« %1 » ne contient pas de modèle sentence-transformers.</translation>
    </message>
    <message>
      <source>“%1” holds no weights in the safetensors format.</source>
      <translation>« %1 » ne contient pas de poids au format safetensors.</translation>
    </message>
    <message>
      <source>“%1” in “%2” is not a file.</source>
      <translation>« %1 » dans « %2 » n’est pas un fichier.</translation>
    </message>
    <message>
      <source>“%1” is a link.</source>
      <translation>« %1 » est un lien.</translation>
    </message>
    <message>
      <source>“%1” is damaged or was altered.</source>
      <translation>« %1 » est endommagé ou a été modifié.</translation>
    </message>
    <message>
      <source>“%1” is damaged: %2.</source>
      <translation>« %1 » est endommagé : %2.</translation>
    </message>
    <message>
      <source>“%1” is incomplete: %2 bytes are missing at its end.</source>
      <translation>« %1 » est incomplet : il manque %2 octets à la fin.</translation>
    </message>
    <message>
      <source>“%1” is not a GGUF model file.</source>
      <translation>« %1 » n’est pas un fichier de modèle GGUF.</translation>
    </message>
    <message>
      <source>“%1” is not a file.</source>
      <translation>« %1 » n’est pas un fichier.</translation>
    </message>
    <message>
      <source>“%1” is not a kind of model that Strongroom uses.</source>
      <translation>« %1 » n’est pas un type de modèle que Strongroom utilise.</translation>
    </message>
    <message>
      <source>“%1” needs about %2 of memory; this computer has %3.</source>
      <translation>« %1 » demande environ %2 de mémoire ; cet ordinateur en a %3.</translation>
    </message>
    <message>
      <source>“%1” of the model is damaged.</source>
      <translation>« %1 » du modèle est endommagé.</translation>
    </message>
    <message>
      <source>“%1” of this model asks to run a program that comes with it.</source>
      <translation>« %1 » de ce modèle demande d’exécuter un programme qui l’accompagne.</translation>
    </message>
  </context>
  <context>
    <name>ErrorDialog</name>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Copié</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>Copier les détails</translation>
    </message>
    <message>
      <source>Details of the error</source>
      <translation>Détails de l’erreur</translation>
    </message>
    <message>
      <source>Something unexpected went wrong</source>
      <translation>Un problème inattendu est survenu</translation>
    </message>
    <message>
      <source>Your own files were not touched. You can go on working; if it happens again, copy the details and send them to whoever looks after Strongroom for you.</source>
      <translation>Vos propres fichiers n’ont pas été touchés. Vous pouvez continuer à travailler ; si cela se reproduit, copiez les détails et envoyez-les à la personne qui s’occupe de Strongroom chez vous.</translation>
    </message>
  </context>
  <context>
    <name>EverythingDialog</name>
    <message>
      <source>All that was read, all vectors and all conversations are erased, for good. Your own files stay where they are; copies that came with an imported library go.</source>
      <translation>Tout ce qui a été lu, tous les vecteurs et toutes les conversations sont effacés pour de bon. Vos propres fichiers restent où ils sont ; les copies arrivées avec une bibliothèque importée disparaissent.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Forget everything</source>
      <translation>Tout effacer</translation>
    </message>
    <message>
      <source>Forget everything in this library?</source>
      <translation>Effacer tout dans cette bibliothèque ?</translation>
    </message>
    <message>
      <source>To go on, type the name of its folder: {name}</source>
      <translation>Pour continuer, saisissez le nom de son dossier : {name}</translation>
    </message>
  </context>
  <context>
    <name>EvidencePanel</name>
    <message>
      <source>Document</source>
      <translation>Document</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>Preuves</translation>
    </message>
    <message>
      <source>Found for this question: {passages}</source>
      <translation>Trouvé pour cette question : {passages}</translation>
    </message>
    <message>
      <source>Here you see the passages an answer rests on, and the pages they stand on.</source>
      <translation>Vous voyez ici les passages sur lesquels une réponse repose, et les pages où ils se trouvent.</translation>
    </message>
    <message>
      <source>Passages</source>
      <translation>Passages</translation>
    </message>
    <message>
      <source>Show the document that it stands in</source>
      <translation>Afficher le document où il se trouve</translation>
    </message>
    <message>
      <source>Show the passages that were found</source>
      <translation>Afficher les passages trouvés</translation>
    </message>
  </context>
  <context>
    <name>ExactPanel</name>
    <message>
      <source>A regular expression, such as INV-\d+. Accents and capitals make no difference, and a blank stands for any, also for the end of a line.</source>
      <translation>Une expression régulière, comme INV-\d+. Les accents et les majuscules ne comptent pas, et un espace en vaut tout autre, une fin de ligne comprise.</translation>
    </message>
    <message>
      <source>Accents, capitals and the ends of lines make no difference.</source>
      <translation>Les accents, les majuscules et les fins de ligne ne comptent pas.</translation>
    </message>
    <message>
      <source>All pages</source>
      <translation>Toutes les pages</translation>
    </message>
    <message>
      <source>Close the search (Esc)</source>
      <translation>Fermer la recherche (Échap)</translation>
    </message>
    <message>
      <source>Looked at {done} of {pages}…</source>
      <translation>Examiné {done} sur {pages}…</translation>
    </message>
    <message>
      <source>Not found</source>
      <translation>Introuvable</translation>
    </message>
    <message>
      <source>Only the first places are listed</source>
      <translation>Seuls les premiers endroits sont listés</translation>
    </message>
    <message>
      <source>Only these pages of each document, such as 3-10</source>
      <translation>Seulement ces pages de chaque document, par exemple 3-10</translation>
    </message>
    <message>
      <source>Pattern</source>
      <translation>Expression</translation>
    </message>
    <message>
      <source>Search every page</source>
      <translation>Chercher dans toutes les pages</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Mots</translation>
    </message>
    <message>
      <source>Words as they stand on the pages</source>
      <translation>Des mots tels qu’ils figurent sur les pages</translation>
    </message>
    <message>
      <source>{pages} looked at</source>
      <translation>{pages} examinées</translation>
    </message>
    <message>
      <source>{pages} without text left out</source>
      <translation>{pages} sans texte laissées de côté</translation>
    </message>
    <message>
      <source>{places} in {documents}</source>
      <translation>{places} dans {documents}</translation>
    </message>
  </context>
  <context>
    <name>ExactSession</name>
    <message>
      <source>Write pages like 3-10, or 3.</source>
      <translation>Écrivez les pages comme 3-10, ou 3.</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>All that was read goes into one file, with its vectors: on another computer it can be searched at once. The file is not encrypted. Whoever has it can read what is in it.</source>
      <translation>Tout ce qui a été lu va dans un seul fichier, avec les vecteurs : sur un autre ordinateur, on peut y chercher aussitôt. Le fichier n’est pas chiffré. Qui l’a peut en lire le contenu.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Do not sign</source>
      <translation>Ne pas signer</translation>
    </message>
    <message>
      <source>Export a dossier</source>
      <translation>Exporter un dossier</translation>
    </message>
    <message>
      <source>Export the library</source>
      <translation>Exporter la bibliothèque</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <source>HTML</source>
      <translation>HTML</translation>
    </message>
    <message>
      <source>It has every question and answer, the lines that were quoted, pictures of their pages, and the SHA-256 of each file, so that somebody else can check it.</source>
      <translation>Il contient chaque question et chaque réponse, les lignes citées, des images de leurs pages et la somme SHA-256 de chaque fichier, afin qu’une autre personne puisse vérifier.</translation>
    </message>
    <message>
      <source>Markdown</source>
      <translation>Markdown</translation>
    </message>
    <message>
      <source>Not signed. A signature proves who made the file; “strongroom vault key FILE” makes a key for it.</source>
      <translation>Non signée. Une signature prouve qui a fait le fichier ; « strongroom vault key FILE » crée une clé à cet effet.</translation>
    </message>
    <message>
      <source>One file for any browser; it loads nothing.</source>
      <translation>Un fichier pour n’importe quel navigateur ; il ne charge rien.</translation>
    </message>
    <message>
      <source>One file to print, file or hand on.</source>
      <translation>Un fichier à imprimer, à classer ou à transmettre.</translation>
    </message>
    <message>
      <source>One file to work on further.</source>
      <translation>Un fichier à retravailler.</translation>
    </message>
    <message>
      <source>Otherwise their pages are shown only where the files are.</source>
      <translation>Sinon, leurs pages ne s’affichent que là où se trouvent les fichiers.</translation>
    </message>
    <message>
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <source>Plain text, with a folder of pictures.</source>
      <translation>Du texte simple, avec un dossier d’images.</translation>
    </message>
    <message>
      <source>Sign with a key file…</source>
      <translation>Signer avec un fichier de clé…</translation>
    </message>
    <message>
      <source>Signed with the key in {file}</source>
      <translation>Signée avec la clé dans {file}</translation>
    </message>
    <message>
      <source>With conversations and examples</source>
      <translation>Avec les conversations et les exemples</translation>
    </message>
    <message>
      <source>With the documents themselves</source>
      <translation>Avec les documents eux-mêmes</translation>
    </message>
    <message>
      <source>Word</source>
      <translation>Word</translation>
    </message>
  </context>
  <context>
    <name>FileChooser</name>
    <message>
      <source>A file of that name is there already.</source>
      <translation>Il y a déjà un fichier de ce nom.</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Remplacer</translation>
    </message>
    <message>
      <source>Replace this file?</source>
      <translation>Remplacer ce fichier ?</translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>Close the search (Esc)</source>
      <translation>Fermer la recherche (Échap)</translation>
    </message>
    <message>
      <source>Next place (F3)</source>
      <translation>Endroit suivant (F3)</translation>
    </message>
    <message>
      <source>Not found</source>
      <translation>Introuvable</translation>
    </message>
    <message>
      <source>Previous place (Shift+F3)</source>
      <translation>Endroit précédent (Maj+F3)</translation>
    </message>
    <message>
      <source>Search in this document</source>
      <translation>Chercher dans ce document</translation>
    </message>
    <message>
      <source>{count} found</source>
      <translation>{count} trouvés</translation>
    </message>
    <message>
      <source>{position} of {count}</source>
      <translation>{position} sur {count}</translation>
    </message>
  </context>
  <context>
    <name>FindingsDialog</name>
    <message>
      <source>And {count} more.</source>
      <translation>Et {count} de plus.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Mended:</source>
      <translation>Réparé :</translation>
    </message>
    <message>
      <source>To do:</source>
      <translation>À faire :</translation>
    </message>
  </context>
  <context>
    <name>Fold</name>
    <message>
      <source>hidden</source>
      <translation>masqué</translation>
    </message>
    <message>
      <source>shown</source>
      <translation>affiché</translation>
    </message>
  </context>
  <context>
    <name>FollowingSession</name>
    <message>
      <source>Compare</source>
      <translation>Comparer</translation>
    </message>
    <message>
      <source>Compare this library with its folders?</source>
      <translation>Comparer cette bibliothèque avec ses dossiers ?</translation>
    </message>
    <message>
      <source>Forget…</source>
      <translation>Effacer…</translation>
    </message>
    <message>
      <source>It can still be asked. Forget it if you deleted it on purpose.</source>
      <translation>On peut encore l’interroger. Effacez-le si vous l’avez supprimé volontairement.</translation>
    </message>
    <message>
      <source>It names folders of this computer. Do so only if it is your own.</source>
      <translation>Elle désigne des dossiers de cet ordinateur. Ne le faites que si elle est à vous.</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Conserver</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Pas maintenant</translation>
    </message>
    <message>
      <source>They can still be asked. Forget them if you deleted them on purpose.</source>
      <translation>On peut encore les interroger. Effacez-les si vous les avez supprimés volontairement.</translation>
    </message>
    <message>
      <source>{documents} are no longer in their folders</source>
      <translation>{documents} ne sont plus dans leurs dossiers</translation>
    </message>
    <message>
      <source>{documents} is no longer in its folder</source>
      <translation>{documents} n’est plus dans son dossier</translation>
    </message>
  </context>
  <context>
    <name>Footer</name>
    <message>
      <source>Ask again</source>
      <translation>Redemander</translation>
    </message>
    <message>
      <source>Copy the answer</source>
      <translation>Copier la réponse</translation>
    </message>
    <message>
      <source>Copy the text alone</source>
      <translation>Copier le texte seul</translation>
    </message>
    <message>
      <source>Copy with its sources</source>
      <translation>Copier avec les sources</translation>
    </message>
  </context>
  <context>
    <name>ForgettingSession</name>
    <message>
      <source>Save the receipt</source>
      <translation>Enregistrer l’attestation</translation>
    </message>
    <message>
      <source>The receipt is saved.</source>
      <translation>L’attestation est enregistrée.</translation>
    </message>
  </context>
  <context>
    <name>HelpDialog</name>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <source>Pages of the help</source>
      <translation>Pages de l’aide</translation>
    </message>
  </context>
  <context>
    <name>HistoryPanel</name>
    <message>
      <source>Close the list of conversations (Esc)</source>
      <translation>Fermer la liste des conversations (Échap)</translation>
    </message>
    <message>
      <source>Delete all…</source>
      <translation>Tout supprimer…</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>Supprimer…</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exporter…</translation>
    </message>
    <message>
      <source>Keep new conversations in this library</source>
      <translation>Les conserver</translation>
    </message>
    <message>
      <source>No conversation has all these words.</source>
      <translation>Aucune conversation ne contient tous ces mots.</translation>
    </message>
    <message>
      <source>No conversations yet. Ask your first question below.</source>
      <translation>Pas encore de conversation. Posez votre première question ci-dessous.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Ouvrir</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Renommer…</translation>
    </message>
    <message>
      <source>Search conversations</source>
      <translation>Chercher dans les conversations</translation>
    </message>
    <message>
      <source>Search titles, questions and answers</source>
      <translation>Chercher dans les titres, questions et réponses</translation>
    </message>
    <message>
      <source>When this is off, new conversations are gone when Strongroom is closed.</source>
      <translation>Si cette case n’est pas cochée, les nouvelles conversations disparaissent à la fermeture de Strongroom.</translation>
    </message>
  </context>
  <context>
    <name>HistorySession</name>
    <message>
      <source>%n of %1 files are gone or have changed since. The dossier says which.</source>
      <translation>%n fichiers sur %1 ont disparu ou changé depuis. Le dossier indique lesquels.</translation>
    </message>
    <message>
      <source>%n of %1 files is gone or has changed since. The dossier says which.</source>
      <translation>%n fichier sur %1 a disparu ou changé depuis. Le dossier indique lequel.</translation>
    </message>
    <message>
      <source>A file of that name is there already.</source>
      <translation>Il y a déjà un fichier de ce nom.</translation>
    </message>
    <message>
      <source>All files that it cites are still as they were read.</source>
      <translation>Tous les fichiers cités sont encore tels qu’ils ont été lus.</translation>
    </message>
    <message>
      <source>All their questions and answers are forgotten for good.</source>
      <translation>Toutes leurs questions et réponses sont effacées pour de bon.</translation>
    </message>
    <message>
      <source>Conversation</source>
      <translation>Conversation</translation>
    </message>
    <message>
      <source>Delete all</source>
      <translation>Tout supprimer</translation>
    </message>
    <message>
      <source>Delete all conversations?</source>
      <translation>Supprimer toutes les conversations ?</translation>
    </message>
    <message>
      <source>Export a dossier</source>
      <translation>Exporter un dossier</translation>
    </message>
    <message>
      <source>Export again, and give the file another name.</source>
      <translation>Exportez à nouveau, et donnez un autre nom au fichier.</translation>
    </message>
    <message>
      <source>Making the dossier…</source>
      <translation>Préparation du dossier…</translation>
    </message>
    <message>
      <source>The dossier is written: {name}</source>
      <translation>Le dossier est écrit : {name}</translation>
    </message>
    <message>
      <source>{done} of {questions}</source>
      <translation>{done} sur {questions}</translation>
    </message>
  </context>
  <context>
    <name>HitCard</name>
    <message>
      <source>Show this passage on its page</source>
      <translation>Afficher ce passage sur sa page</translation>
    </message>
  </context>
  <context>
    <name>KeysDialog</name>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Touches</translation>
    </message>
  </context>
  <context>
    <name>Leaving</name>
    <message>
      <source>Close now</source>
      <translation>Fermer maintenant</translation>
    </message>
    <message>
      <source>Keep working</source>
      <translation>Continuer à travailler</translation>
    </message>
    <message>
      <source>Strongroom is still working. Close it now?</source>
      <translation>Strongroom travaille encore. Fermer maintenant ?</translation>
    </message>
    <message>
      <source>What is finished is kept, and the rest goes on at the next start.</source>
      <translation>Ce qui est terminé est conservé ; le reste continue au prochain démarrage.</translation>
    </message>
  </context>
  <context>
    <name>Legend</name>
    <message>
      <source>Leads to the lines that a sentence rests on. Point at it to read them, click it to see them on their page.</source>
      <translation>Mène aux lignes sur lesquelles une phrase repose. Pointez-le pour les lire, cliquez pour les voir sur leur page.</translation>
    </message>
    <message>
      <source>The lines support the sentence only in part.</source>
      <translation>Les lignes n’étayent la phrase qu’en partie.</translation>
    </message>
    <message>
      <source>These words are not in the lines. Look at the page before you rely on them.</source>
      <translation>Ces mots ne sont pas dans les lignes. Regardez la page avant de vous y fier.</translation>
    </message>
    <message>
      <source>What no line supports is not part of an answer; it is kept under it.</source>
      <translation>Ce qu’aucune ligne n’étaye ne fait pas partie de la réponse ; c’est conservé en dessous.</translation>
    </message>
    <message>
      <source>dotted</source>
      <translation>pointillé</translation>
    </message>
  </context>
  <context>
    <name>Library</name>
    <message>
      <source>%1 of %2</source>
      <translation>%1 sur %2</translation>
    </message>
    <message>
      <source>%1 of %2 have text</source>
      <translation>%1 sur %2 ont du texte</translation>
    </message>
    <message>
      <source>Away</source>
      <translation>Absent</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Modifié</translation>
    </message>
    <message>
      <source>Could not be read</source>
      <translation>Illisible</translation>
    </message>
    <message>
      <source>Date, newest first</source>
      <translation>Date, les plus récents d’abord</translation>
    </message>
    <message>
      <source>File is gone</source>
      <translation>Fichier disparu</translation>
    </message>
    <message>
      <source>Forget…</source>
      <translation>Effacer…</translation>
    </message>
    <message>
      <source>Give password</source>
      <translation>Mot de passe</translation>
    </message>
    <message>
      <source>Its file has changed and is read again. Until then the old text is asked.</source>
      <translation>Son fichier a changé et est relu. D’ici là, l’ancien texte est interrogé.</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Écarter</translation>
    </message>
    <message>
      <source>Leave out of the library</source>
      <translation>Écarter de la bibliothèque</translation>
    </message>
    <message>
      <source>Locked</source>
      <translation>Verrouillé</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nom</translation>
    </message>
    <message>
      <source>Pages, most first</source>
      <translation>Pages, les plus longs d’abord</translation>
    </message>
    <message>
      <source>Reading, page %1 of %2</source>
      <translation>Lecture, page %1 sur %2</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Prêt</translation>
    </message>
    <message>
      <source>Searchable by word</source>
      <translation>Cherchable par mot</translation>
    </message>
    <message>
      <source>State, problems first</source>
      <translation>État, les problèmes d’abord</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Réessayer</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>En attente</translation>
    </message>
    <message>
      <source>With pages without text</source>
      <translation>Avec des pages sans texte</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>fermé</translation>
    </message>
    <message>
      <source>folder</source>
      <translation>dossier</translation>
    </message>
    <message>
      <source>open</source>
      <translation>ouvert</translation>
    </message>
  </context>
  <context>
    <name>LibraryActions</name>
    <message>
      <source>All {documents}</source>
      <translation>Les {documents}</translation>
    </message>
    <message>
      <source>Ask only these</source>
      <translation>N’interroger que ceux-ci</translation>
    </message>
    <message>
      <source>Ask only this folder</source>
      <translation>N’interroger que ce dossier</translation>
    </message>
    <message>
      <source>Compare these…</source>
      <translation>Comparer ceux-ci…</translation>
    </message>
    <message>
      <source>Give password…</source>
      <translation>Donner le mot de passe…</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>Relire</translation>
    </message>
    <message>
      <source>Remove from the library…</source>
      <translation>Retirer de la bibliothèque…</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Afficher</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Montrer dans le dossier</translation>
    </message>
    <message>
      <source>Show pages</source>
      <translation>Afficher les pages</translation>
    </message>
    <message>
      <source>Sort by</source>
      <translation>Trier par</translation>
    </message>
    <message>
      <source>Summarise</source>
      <translation>Résumer</translation>
    </message>
    <message>
      <source>Summarise, reading every page</source>
      <translation>Résumer en lisant chaque page</translation>
    </message>
    <message>
      <source>Where is this folder now?</source>
      <translation>Où se trouve ce dossier maintenant ?</translation>
    </message>
  </context>
  <context>
    <name>LibraryList</name>
    <message>
      <source>Documents of the library</source>
      <translation>Documents de la bibliothèque</translation>
    </message>
    <message>
      <source>No document like this.</source>
      <translation>Aucun document de ce type.</translation>
    </message>
  </context>
  <context>
    <name>LibraryPage</name>
    <message>
      <source>A check looks at everything that is kept and at the documents' files, and mends what it can. The search index is made anew from what is kept; nothing is read again.</source>
      <translation>Un contrôle examine tout ce qui est conservé ainsi que les fichiers des documents, et répare ce qu’il peut. L’index de recherche est refait à partir de ce qui est conservé ; rien n’est relu.</translation>
    </message>
    <message>
      <source>A whole library can be carried to another computer as one file. It opens there without anything being read again.</source>
      <translation>Une bibliothèque entière peut être emportée sur un autre ordinateur dans un seul fichier. Elle s’y ouvre sans que rien soit relu.</translation>
    </message>
    <message>
      <source>Both lists are put together; passages that say the same are shown once.</source>
      <translation>Les deux listes sont réunies ; les passages qui disent la même chose ne sont montrés qu’une fois.</translation>
    </message>
    <message>
      <source>By meaning: with the search model {name}, in any language.</source>
      <translation>Par le sens : avec le modèle de recherche {name}, dans toutes les langues.</translation>
    </message>
    <message>
      <source>By word: every form of its words, also in names of documents.</source>
      <translation>Par mot : toutes les formes de ses mots, aussi dans les noms des documents.</translation>
    </message>
    <message>
      <source>Carrying it</source>
      <translation>La transporter</translation>
    </message>
    <message>
      <source>Check the library</source>
      <translation>Contrôler la bibliothèque</translation>
    </message>
    <message>
      <source>Export library…</source>
      <translation>Exporter la bibliothèque…</translation>
    </message>
    <message>
      <source>Folder of the vault</source>
      <translation>Dossier du coffre</translation>
    </message>
    <message>
      <source>How passages are found</source>
      <translation>Comment les passages sont trouvés</translation>
    </message>
    <message>
      <source>Import library…</source>
      <translation>Importer une bibliothèque…</translation>
    </message>
    <message>
      <source>Looking after it</source>
      <translation>L’entretenir</translation>
    </message>
    <message>
      <source>Make the search index anew</source>
      <translation>Refaire l’index de recherche</translation>
    </message>
    <message>
      <source>Other libraries…</source>
      <translation>Autres bibliothèques…</translation>
    </message>
    <message>
      <source>The answer model gets the best of them, about {count} tokens at most.</source>
      <translation>Le modèle de réponse en reçoit les meilleurs, environ {count} jetons au plus.</translation>
    </message>
    <message>
      <source>What happens between a question and its answer</source>
      <translation>Ce qui se passe entre une question et sa réponse</translation>
    </message>
    <message>
      <source>When to read</source>
      <translation>Quand lire</translation>
    </message>
    <message>
      <source>Where it is kept</source>
      <translation>Où elle est conservée</translation>
    </message>
  </context>
  <context>
    <name>LibraryPanel</name>
    <message>
      <source>Add a folder of documents (Ctrl+Shift+O)</source>
      <translation>Ajouter un dossier de documents (Ctrl+Maj+O)</translation>
    </message>
    <message>
      <source>Add documents (Ctrl+O)</source>
      <translation>Ajouter des documents (Ctrl+O)</translation>
    </message>
    <message>
      <source>Add files…</source>
      <translation>Fichiers…</translation>
    </message>
    <message>
      <source>Add folder…</source>
      <translation>Dossier…</translation>
    </message>
    <message>
      <source>Ask all</source>
      <translation>Tous</translation>
    </message>
    <message>
      <source>Ask only these</source>
      <translation>N’interroger que ceux-ci</translation>
    </message>
    <message>
      <source>Filter documents</source>
      <translation>Filtrer les documents</translation>
    </message>
    <message>
      <source>Filter documents by name</source>
      <translation>Filtrer les documents par nom</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>Bibliothèque</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>Menu</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>Problèmes</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Tout afficher</translation>
    </message>
    <message>
      <source>Show all documents</source>
      <translation>Afficher tous les documents</translation>
    </message>
    <message>
      <source>Show only documents whose name contains this</source>
      <translation>N’afficher que les documents dont le nom contient ceci</translation>
    </message>
    <message>
      <source>Sort, or show only some</source>
      <translation>Trier, ou n’en afficher que certains</translation>
    </message>
    <message>
      <source>Try all again</source>
      <translation>Tout réessayer</translation>
    </message>
    <message>
      <source>{good} of {total} can be asked</source>
      <translation>{good} sur {total} utilisables</translation>
    </message>
  </context>
  <context>
    <name>LibrarySession</name>
    <message>
      <source>All of it was in the library already.</source>
      <translation>Tout était déjà dans la bibliothèque.</translation>
    </message>
    <message>
      <source>No documents were found there.</source>
      <translation>Aucun document n’a été trouvé à cet endroit.</translation>
    </message>
    <message>
      <source>Now in the library twice: {documents} with the content of others: {names}</source>
      <translation>Maintenant deux fois dans la bibliothèque : {documents} au contenu identique à d’autres : {names}</translation>
    </message>
    <message>
      <source>{documents} read</source>
      <translation>{documents} lus</translation>
    </message>
  </context>
  <context>
    <name>Listing</name>
    <message>
      <source>%1 more, as the list is full</source>
      <translation>%1 de plus, car la liste est pleine</translation>
    </message>
    <message>
      <source>%1 with an amount in another currency</source>
      <translation>%1 avec un montant dans une autre monnaie</translation>
    </message>
    <message>
      <source>%1 with no amount that could be read</source>
      <translation>%1 sans montant lisible</translation>
    </message>
    <message>
      <source>%1 with no date that could be read</source>
      <translation>%1 sans date lisible</translation>
    </message>
    <message>
      <source>%1 without text</source>
      <translation>%1 sans texte</translation>
    </message>
    <message>
      <source>Every one of %1 was looked at (%2). No model had a part in the list.</source>
      <translation>Chacun des %1 a été examiné (%2). Aucun modèle n’a eu part à la liste.</translation>
    </message>
    <message>
      <source>Left out: %1.</source>
      <translation>Laissé de côté : %1.</translation>
    </message>
    <message>
      <source>Looked for in %1 (%2). No model had a part in the list.</source>
      <translation>Recherché dans %1 (%2). Aucun modèle n’a eu part à la liste.</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Add files…</source>
      <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
      <source>Add folder…</source>
      <translation>Ajouter un dossier…</translation>
    </message>
    <message>
      <source>All conversations…</source>
      <translation>Toutes les conversations…</translation>
    </message>
    <message>
      <source>Copy selected text of a page</source>
      <translation>Copier le texte sélectionné d’une page</translation>
    </message>
    <message>
      <source>Copy the last answer</source>
      <translation>Copier la dernière réponse</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <source>Edit the last question</source>
      <translation>Modifier la dernière question</translation>
    </message>
    <message>
      <source>Export library…</source>
      <translation>Exporter la bibliothèque…</translation>
    </message>
    <message>
      <source>Export this conversation…</source>
      <translation>Exporter cette conversation…</translation>
    </message>
    <message>
      <source>Filter documents</source>
      <translation>Filtrer les documents</translation>
    </message>
    <message>
      <source>Go to the next pane</source>
      <translation>Aller au volet suivant</translation>
    </message>
    <message>
      <source>Go to the question</source>
      <translation>Aller à la question</translation>
    </message>
    <message>
      <source>Help…</source>
      <translation>Aide…</translation>
    </message>
    <message>
      <source>How to read an answer</source>
      <translation>Comment lire une réponse</translation>
    </message>
    <message>
      <source>Import library…</source>
      <translation>Importer une bibliothèque…</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Touches</translation>
    </message>
    <message>
      <source>Larger text or page</source>
      <translation>Agrandir le texte ou la page</translation>
    </message>
    <message>
      <source>Libraries…</source>
      <translation>Bibliothèques…</translation>
    </message>
    <message>
      <source>Network proof…</source>
      <translation>Preuve réseau…</translation>
    </message>
    <message>
      <source>New conversation</source>
      <translation>Nouvelle conversation</translation>
    </message>
    <message>
      <source>New line in the question</source>
      <translation>Nouvelle ligne dans la question</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Quitter</translation>
    </message>
    <message>
      <source>Remove documents</source>
      <translation>Retirer des documents</translation>
    </message>
    <message>
      <source>Rename this conversation…</source>
      <translation>Renommer cette conversation…</translation>
    </message>
    <message>
      <source>Return</source>
      <translation>Entrée</translation>
    </message>
    <message>
      <source>Search every page…</source>
      <translation>Chercher dans toutes les pages…</translation>
    </message>
    <message>
      <source>Send the question</source>
      <translation>Envoyer la question</translation>
    </message>
    <message>
      <source>Settings…</source>
      <translation>Réglages…</translation>
    </message>
    <message>
      <source>Shift+Return</source>
      <translation>Maj+Entrée</translation>
    </message>
    <message>
      <source>Show or hide the evidence</source>
      <translation>Afficher ou masquer les preuves</translation>
    </message>
    <message>
      <source>Show or hide the library</source>
      <translation>Afficher ou masquer la bibliothèque</translation>
    </message>
    <message>
      <source>Smaller text or page</source>
      <translation>Réduire le texte ou la page</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>Espace</translation>
    </message>
    <message>
      <source>Stop answering</source>
      <translation>Arrêter la réponse</translation>
    </message>
    <message>
      <source>Tick or untick documents</source>
      <translation>Cocher ou décocher des documents</translation>
    </message>
    <message>
      <source>Up, in an empty field</source>
      <translation>Flèche haut, dans un champ vide</translation>
    </message>
  </context>
  <context>
    <name>MarkStrip</name>
    <message>
      <source>Places of the evidence in the document</source>
      <translation>Endroits des preuves dans le document</translation>
    </message>
    <message>
      <source>Where evidence and words you search for stand</source>
      <translation>Où se trouvent les preuves et les mots cherchés</translation>
    </message>
  </context>
  <context>
    <name>ModelDetails</name>
    <message>
      <source>Adapter (LoRA)</source>
      <translation>Adaptateur (LoRA)</translation>
    </message>
    <message>
      <source>As many layers as have room</source>
      <translation>Autant de couches qu’il y a de place</translation>
    </message>
    <message>
      <source>As usual</source>
      <translation>Comme d’habitude</translation>
    </message>
    <message>
      <source>Chat template</source>
      <translation>Modèle de dialogue</translation>
    </message>
    <message>
      <source>Graphics card</source>
      <translation>Carte graphique</translation>
    </message>
    <message>
      <source>How a conversation is laid out for the model. A wrong one makes its answers worse.</source>
      <translation>Comment une conversation est présentée au modèle. Un mauvais choix dégrade ses réponses.</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Aucun</translation>
    </message>
    <message>
      <source>None there. One is imported like an answer model.</source>
      <translation>Aucun présent. On en importe un comme un modèle de réponse.</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>Non utilisée</translation>
    </message>
    <message>
      <source>The one in the file</source>
      <translation>Celui du fichier</translation>
    </message>
    <message>
      <source>This build has no GPU support: the model runs on the processor.</source>
      <translation>Cette version ne gère pas les cartes graphiques : le modèle tourne sur le processeur.</translation>
    </message>
    <message>
      <source>{count} layers</source>
      <translation>{count} couches</translation>
    </message>
  </context>
  <context>
    <name>ModelRow</name>
    <message>
      <source>Details</source>
      <translation>Détails</translation>
    </message>
    <message>
      <source>In use</source>
      <translation>Utilisé</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>Utiliser</translation>
    </message>
    <message>
      <source>Use {name}</source>
      <translation>Utiliser {name}</translation>
    </message>
  </context>
  <context>
    <name>Models</name>
    <message>
      <source>%1 on disk</source>
      <translation>%1 sur disque</translation>
    </message>
    <message>
      <source>About %1 words a second</source>
      <translation>Environ %1 mots par seconde</translation>
    </message>
    <message>
      <source>Adapts an answer model</source>
      <translation>Adapte un modèle de réponse</translation>
    </message>
    <message>
      <source>Does not fit into the memory that is free now</source>
      <translation>Ne tient pas dans la mémoire libre en ce moment</translation>
    </message>
    <message>
      <source>Finds passages by meaning</source>
      <translation>Trouve des passages par le sens</translation>
    </message>
    <message>
      <source>Would take nearly all of the memory that is free now</source>
      <translation>Prendrait presque toute la mémoire libre en ce moment</translation>
    </message>
    <message>
      <source>Writes answers</source>
      <translation>Rédige les réponses</translation>
    </message>
    <message>
      <source>about %1 of memory</source>
      <translation>environ %1 de mémoire</translation>
    </message>
    <message>
      <source>chat template: %1</source>
      <translation>modèle de dialogue : %1</translation>
    </message>
    <message>
      <source>licence unknown</source>
      <translation>licence inconnue</translation>
    </message>
  </context>
  <context>
    <name>ModelsPage</name>
    <message>
      <source>Import answer model or adapter (.gguf)…</source>
      <translation>Importer un modèle de réponse ou un adaptateur (.gguf)…</translation>
    </message>
    <message>
      <source>Import search model (folder)…</source>
      <translation>Importer un modèle de recherche (dossier)…</translation>
    </message>
    <message>
      <source>Looking for models…</source>
      <translation>Recherche des modèles…</translation>
    </message>
    <message>
      <source>No models yet.</source>
      <translation>Pas encore de modèle.</translation>
    </message>
    <message>
      <source>The answer model writes answers. The search model finds passages by meaning. Both run on this computer.</source>
      <translation>Le modèle de réponse rédige les réponses. Le modèle de recherche trouve des passages par le sens. Tous deux tournent sur cet ordinateur.</translation>
    </message>
  </context>
  <context>
    <name>MovingSession</name>
    <message>
      <source>Its documents are looked for as soon as the work below is done.</source>
      <translation>Ses documents seront cherchés dès que le travail ci-dessous sera terminé.</translation>
    </message>
    <message>
      <source>Where is this document now?</source>
      <translation>Où se trouve ce document maintenant ?</translation>
    </message>
    <message>
      <source>Where is this folder now?</source>
      <translation>Où se trouve ce dossier maintenant ?</translation>
    </message>
  </context>
  <context>
    <name>NotStartedDialog</name>
    <message>
      <source>Allow it without the lock</source>
      <translation>Autoriser sans le verrou</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>The lock cannot be set</source>
      <translation>Le verrou ne peut pas être posé</translation>
    </message>
    <message>
      <source>Without the lock the operating system does not keep Strongroom from networks: only Strongroom itself does. It says so in red for as long as it runs like that.</source>
      <translation>Sans le verrou, le système d’exploitation n’empêche pas Strongroom d’atteindre un réseau : seul Strongroom s’en empêche. Il le signale en rouge aussi longtemps qu’il tourne ainsi.</translation>
    </message>
  </context>
  <context>
    <name>Notice</name>
    <message>
      <source>Close this message</source>
      <translation>Fermer ce message</translation>
    </message>
  </context>
  <context>
    <name>PageDesk</name>
    <message>
      <source>Drawing the page…</source>
      <translation>Dessin de la page…</translation>
    </message>
    <message>
      <source>Pages of a document</source>
      <translation>Pages d’un document</translation>
    </message>
  </context>
  <context>
    <name>PagePane</name>
    <message>
      <source>Close this message</source>
      <translation>Fermer ce message</translation>
    </message>
    <message>
      <source>Copy the quote with its source</source>
      <translation>Copier la citation avec sa source</translation>
    </message>
    <message>
      <source>Evidence {position} of {count}</source>
      <translation>Preuve {position} sur {count}</translation>
    </message>
    <message>
      <source>Fit the whole page</source>
      <translation>Ajuster à la page entière</translation>
    </message>
    <message>
      <source>Fit the width</source>
      <translation>Ajuster à la largeur</translation>
    </message>
    <message>
      <source>Fit, rotate, print or save</source>
      <translation>Ajuster, pivoter, imprimer ou enregistrer</translation>
    </message>
    <message>
      <source>Make the page larger (Ctrl++)</source>
      <translation>Agrandir la page (Ctrl++)</translation>
    </message>
    <message>
      <source>Make the page smaller (Ctrl+-)</source>
      <translation>Réduire la page (Ctrl+-)</translation>
    </message>
    <message>
      <source>Next evidence</source>
      <translation>Preuve suivante</translation>
    </message>
    <message>
      <source>Next evidence (Alt+Down)</source>
      <translation>Preuve suivante (Alt+Bas)</translation>
    </message>
    <message>
      <source>Next page</source>
      <translation>Page suivante</translation>
    </message>
    <message>
      <source>Next place that was searched for</source>
      <translation>Endroit suivant de la recherche</translation>
    </message>
    <message>
      <source>Page number</source>
      <translation>Numéro de page</translation>
    </message>
    <message>
      <source>Page {page} of {pages}</source>
      <translation>Page {page} sur {pages}</translation>
    </message>
    <message>
      <source>Part {page} of {pages}</source>
      <translation>Partie {page} sur {pages}</translation>
    </message>
    <message>
      <source>Previous evidence</source>
      <translation>Preuve précédente</translation>
    </message>
    <message>
      <source>Previous evidence (Alt+Up)</source>
      <translation>Preuve précédente (Alt+Haut)</translation>
    </message>
    <message>
      <source>Previous page</source>
      <translation>Page précédente</translation>
    </message>
    <message>
      <source>Previous place that was searched for</source>
      <translation>Endroit précédent de la recherche</translation>
    </message>
    <message>
      <source>Print or save pages…</source>
      <translation>Imprimer ou enregistrer des pages…</translation>
    </message>
    <message>
      <source>Rotate to the left</source>
      <translation>Pivoter vers la gauche</translation>
    </message>
    <message>
      <source>Rotate to the right</source>
      <translation>Pivoter vers la droite</translation>
    </message>
    <message>
      <source>Search in this document (Ctrl+F)</source>
      <translation>Chercher dans ce document (Ctrl+F)</translation>
    </message>
    <message>
      <source>Show or hide small pictures of the pages</source>
      <translation>Afficher ou masquer les vignettes des pages</translation>
    </message>
    <message>
      <source>Small pictures of the pages (F4)</source>
      <translation>Vignettes des pages (F4)</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <source>Stop saving pages</source>
      <translation>Arrêter l’enregistrement des pages</translation>
    </message>
    <message>
      <source>Type a page number and press Return</source>
      <translation>Saisissez un numéro de page et appuyez sur Entrée</translation>
    </message>
    <message>
      <source>of {pages}</source>
      <translation>sur {pages}</translation>
    </message>
    <message>
      <source>part</source>
      <translation>partie</translation>
    </message>
    <message>
      <source>{count} found</source>
      <translation>{count} trouvés</translation>
    </message>
  </context>
  <context>
    <name>PageSession</name>
    <message>
      <source>This page could not be drawn.</source>
      <translation>Cette page n’a pas pu être dessinée.</translation>
    </message>
  </context>
  <context>
    <name>PageView</name>
    <message>
      <source>Copy</source>
      <translation>Copier</translation>
    </message>
    <message>
      <source>Select the whole page</source>
      <translation>Sélectionner toute la page</translation>
    </message>
    <message>
      <source>Summarise these lines</source>
      <translation>Résumer ces lignes</translation>
    </message>
  </context>
  <context>
    <name>Partly</name>
    <message>
      <source>Not in the cited lines: %1.</source>
      <translation>Pas dans les lignes citées : %1.</translation>
    </message>
    <message>
      <source>The cited lines have its words, but do not say all of it for sure.</source>
      <translation>Les lignes citées contiennent ces mots, mais ne disent pas tout cela avec certitude.</translation>
    </message>
    <message>
      <source>The cited lines put it in other words. Compare them with it.</source>
      <translation>Les lignes citées le disent autrement. Comparez.</translation>
    </message>
  </context>
  <context>
    <name>PartlyFold</name>
    <message>
      <source>%n sentence supported only in part</source>
      <translation>%n phrase étayée en partie seulement</translation>
    </message>
    <message>
      <source>%n sentences supported only in part</source>
      <translation>%n phrases étayées en partie seulement</translation>
    </message>
    <message>
      <source>Dotted words are not in the lines that the number leads to. Look at the page before you rely on them.</source>
      <translation>Les mots en pointillé ne sont pas dans les lignes auxquelles le numéro mène. Regardez la page avant de vous y fier.</translation>
    </message>
    <message>
      <source>What the cited lines do not say</source>
      <translation>Ce que les lignes citées ne disent pas</translation>
    </message>
  </context>
  <context>
    <name>PasswordDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Password needed</source>
      <translation>Mot de passe requis</translation>
    </message>
    <message>
      <source>Password of the document</source>
      <translation>Mot de passe du document</translation>
    </message>
    <message>
      <source>Read document</source>
      <translation>Lire le document</translation>
    </message>
    <message>
      <source>The password is used to read this document now, and is not stored.</source>
      <translation>Le mot de passe sert à lire ce document maintenant, et n’est pas enregistré.</translation>
    </message>
  </context>
  <context>
    <name>PlaceDialog</name>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Copié</translation>
    </message>
    <message>
      <source>Copy path</source>
      <translation>Copier le chemin</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>No file manager could be asked to show it. Copy the folder's path, and paste it into the address bar of yours.</source>
      <translation>Aucun gestionnaire de fichiers n’a pu l’afficher. Copiez le chemin du dossier et collez-le dans la barre d’adresse du vôtre.</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>Montrer dans le dossier</translation>
    </message>
  </context>
  <context>
    <name>PlaceList</name>
    <message>
      <source>Places that were found</source>
      <translation>Endroits trouvés</translation>
    </message>
  </context>
  <context>
    <name>PrivacyPage</name>
    <message>
      <source>Forget everything…</source>
      <translation>Tout effacer…</translation>
    </message>
    <message>
      <source>Memory in use now</source>
      <translation>Mémoire utilisée en ce moment</translation>
    </message>
    <message>
      <source>Network proof…</source>
      <translation>Preuve réseau…</translation>
    </message>
    <message>
      <source>Not known yet.</source>
      <translation>Pas encore connue.</translation>
    </message>
    <message>
      <source>Nothing leaves this computer</source>
      <translation>Rien ne quitte cet ordinateur</translation>
    </message>
    <message>
      <source>Strongroom cannot reach a network, and shows how you can test that yourself.</source>
      <translation>Strongroom ne peut atteindre aucun réseau, et montre comment le vérifier vous-même.</translation>
    </message>
    <message>
      <source>What is kept</source>
      <translation>Ce qui est conservé</translation>
    </message>
    <message>
      <source>What was read from your documents, and your conversations, are kept in the vault. Only your user account may open that folder, but it is not encrypted yet: keep it on an encrypted disk. The documents themselves stay where they are.</source>
      <translation>Ce qui a été lu de vos documents, ainsi que vos conversations, est conservé dans le coffre. Seul votre compte d’utilisateur peut ouvrir ce dossier, mais il n’est pas encore chiffré : placez-le sur un disque chiffré. Les documents eux-mêmes restent où ils sont.</translation>
    </message>
    <message>
      <source>Window: {window} · Engine, with its models: {engine}</source>
      <translation>Fenêtre : {window} · Moteur, avec ses modèles : {engine}</translation>
    </message>
  </context>
  <context>
    <name>ProgressCard</name>
    <message>
      <source>Close this message</source>
      <translation>Fermer ce message</translation>
    </message>
    <message>
      <source>Continue reading</source>
      <translation>Reprendre la lecture</translation>
    </message>
    <message>
      <source>Pause reading</source>
      <translation>Suspendre la lecture</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>En pause</translation>
    </message>
    <message>
      <source>Progress of reading</source>
      <translation>Progression de la lecture</translation>
    </message>
    <message>
      <source>Share of the work that is done</source>
      <translation>Part du travail accompli</translation>
    </message>
    <message>
      <source>Stop reading; what is done is kept</source>
      <translation>Arrêter la lecture ; ce qui est fait est conservé</translation>
    </message>
    <message>
      <source>Stop; nothing stays half done</source>
      <translation>Arrêter ; rien ne reste à moitié fait</translation>
    </message>
    <message>
      <source>{count} could not be read</source>
      <translation>{count} n’ont pas pu être lus</translation>
    </message>
    <message>
      <source>{documents} ready</source>
      <translation>{documents} prêts</translation>
    </message>
  </context>
  <context>
    <name>Proof</name>
    <message>
      <source>%1 of %2 attempts were not refused, so Strongroom could reach a network here. Disconnect this machine before you work with confidential documents.</source>
      <translation>%1 des %2 tentatives n’ont pas été refusées : Strongroom pourrait donc atteindre un réseau ici. Déconnectez cet ordinateur avant de travailler avec des documents confidentiels.</translation>
    </message>
    <message>
      <source>A port of Strongroom waits for connections, and none should.</source>
      <translation>Un port de Strongroom attend des connexions ; aucun ne le devrait.</translation>
    </message>
    <message>
      <source>All %1 attempts of the test at %2 were refused.</source>
      <translation>Les %1 tentatives du test de %2 ont toutes été refusées.</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Réponse</translation>
    </message>
    <message>
      <source>Besides the test: %1, see the locks below.</source>
      <translation>En dehors du test : %1, voir les verrous ci-dessous.</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Moteur</translation>
    </message>
    <message>
      <source>Guarded by Strongroom, not by the operating system</source>
      <translation>Gardé par Strongroom, pas par le système d’exploitation</translation>
    </message>
    <message>
      <source>Locked by the operating system</source>
      <translation>Verrouillé par le système d’exploitation</translation>
    </message>
    <message>
      <source>Locked, but not proven on this kind of system</source>
      <translation>Verrouillé, mais non prouvé sur ce type de système</translation>
    </message>
    <message>
      <source>Looking at the locks…</source>
      <translation>Examen des verrous…</translation>
    </message>
    <message>
      <source>Missing: %1</source>
      <translation>Manque : %1</translation>
    </message>
    <message>
      <source>NOT refused</source>
      <translation>NON refusé</translation>
    </message>
    <message>
      <source>No network can be reached</source>
      <translation>Aucun réseau ne peut être atteint</translation>
    </message>
    <message>
      <source>No other service was found that could be reached over them.</source>
      <translation>Aucun autre service joignable par ceux-ci n’a été trouvé.</translation>
    </message>
    <message>
      <source>Not everything is refused</source>
      <translation>Tout n’est pas refusé</translation>
    </message>
    <message>
      <source>Not locked</source>
      <translation>Non verrouillé</translation>
    </message>
    <message>
      <source>Not tested yet.</source>
      <translation>Pas encore testé.</translation>
    </message>
    <message>
      <source>Over them it could reach, and does not use: %1.</source>
      <translation>Il pourrait atteindre par eux, sans le faire : %1.</translation>
    </message>
    <message>
      <source>Ports that wait for connections: %1.</source>
      <translation>Ports qui attendent des connexions : %1.</translation>
    </message>
    <message>
      <source>Ports that wait for connections: counted by the test.</source>
      <translation>Ports qui attendent des connexions : comptés par le test.</translation>
    </message>
    <message>
      <source>Python code tried nothing so far.</source>
      <translation>Le code Python n’a rien tenté jusqu’ici.</translation>
    </message>
    <message>
      <source>Reader</source>
      <translation>Lecteur</translation>
    </message>
    <message>
      <source>Strongroom refuses networks to itself; nothing beneath it does.</source>
      <translation>Strongroom se refuse tout réseau à lui-même ; rien d’autre ne l’en empêche.</translation>
    </message>
    <message>
      <source>The engine did not start. Without it, it cannot be said what is locked.</source>
      <translation>Le moteur n’a pas démarré. Sans lui, on ne peut dire ce qui est verrouillé.</translation>
    </message>
    <message>
      <source>The engine has not said yet how it is locked.</source>
      <translation>Le moteur n’a pas encore dit comment il est verrouillé.</translation>
    </message>
    <message>
      <source>The lock is set, but its means were never tested on this kind of system.</source>
      <translation>Le verrou est posé, mais ses moyens n’ont jamais été testés sur ce type de système.</translation>
    </message>
    <message>
      <source>The lock of the engine is not known</source>
      <translation>Le verrou du moteur n’est pas connu</translation>
    </message>
    <message>
      <source>The operating system refuses every network to every process of Strongroom.</source>
      <translation>Le système d’exploitation refuse tout réseau à chaque processus de Strongroom.</translation>
    </message>
    <message>
      <source>The operating system refuses every network to window and engine.</source>
      <translation>Le système d’exploitation refuse tout réseau à la fenêtre et au moteur.</translation>
    </message>
    <message>
      <source>The test could not be finished</source>
      <translation>Le test n’a pas pu être achevé</translation>
    </message>
    <message>
      <source>The window keeps local sockets for its display, and what belongs to it (keyboard input, screen readers). Engine and readers have none.</source>
      <translation>La fenêtre garde des sockets locaux pour son affichage et ce qui s’y rattache (saisie au clavier, lecteurs d’écran). Le moteur et les lecteurs n’en ont aucun.</translation>
    </message>
    <message>
      <source>What Python code tries is refused and counted. What native code tries is not counted, and refused only where the system does it.</source>
      <translation>Ce que tente le code Python est refusé et compté. Ce que tente le code natif n’est pas compté, et n’est refusé que là où le système le fait.</translation>
    </message>
    <message>
      <source>What Python code tries is refused and counted. What native code tries is refused by the operating system, and not counted.</source>
      <translation>Ce que tente le code Python est refusé et compté. Ce que tente le code natif est refusé par le système d’exploitation, sans être compté.</translation>
    </message>
    <message>
      <source>What it would have found is not known. Try again.</source>
      <translation>On ne sait pas ce qu’il aurait trouvé. Essayez à nouveau.</translation>
    </message>
    <message>
      <source>What was tried</source>
      <translation>Ce qui a été tenté</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Fenêtre</translation>
    </message>
    <message>
      <source>You let Strongroom start on this machine even if it cannot be locked.</source>
      <translation>Vous permettez à Strongroom de démarrer sur cet ordinateur même s’il ne peut être verrouillé.</translation>
    </message>
    <message>
      <source>connected a socket</source>
      <translation>a connecté un socket</translation>
    </message>
    <message>
      <source>looked up a name</source>
      <translation>a cherché un nom</translation>
    </message>
    <message>
      <source>none</source>
      <translation>aucun</translation>
    </message>
    <message>
      <source>opened a socket</source>
      <translation>a ouvert un socket</translation>
    </message>
    <message>
      <source>reads one document, and ends</source>
      <translation>lit un document, puis se termine</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>refusé</translation>
    </message>
    <message>
      <source>searches, and writes answers</source>
      <translation>cherche, et rédige les réponses</translation>
    </message>
    <message>
      <source>shows everything, opens no document</source>
      <translation>montre tout, n’ouvre aucun document</translation>
    </message>
    <message>
      <source>since %1</source>
      <translation>depuis le %1</translation>
    </message>
  </context>
  <context>
    <name>ProofDialog</name>
    <message>
      <source>A reader is started for each document. The test asks one for its lock.</source>
      <translation>Un lecteur est démarré pour chaque document. Le test demande à l’un d’eux son verrou.</translation>
    </message>
    <message>
      <source>Besides</source>
      <translation>En outre</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Every process tries each way that we know. This takes a few seconds.</source>
      <translation>Chaque processus essaie toutes les voies que nous connaissons. Cela prend quelques secondes.</translation>
    </message>
    <message>
      <source>Locks</source>
      <translation>Verrous</translation>
    </message>
    <message>
      <source>Locks of Strongroom, and what was tried</source>
      <translation>Verrous de Strongroom, et ce qui a été tenté</translation>
    </message>
    <message>
      <source>Network proof</source>
      <translation>Preuve réseau</translation>
    </message>
    <message>
      <source>Save report…</source>
      <translation>Enregistrer…</translation>
    </message>
    <message>
      <source>Try to reach a network</source>
      <translation>Tester le réseau</translation>
    </message>
    <message>
      <source>Trying…</source>
      <translation>Essai en cours…</translation>
    </message>
    <message>
      <source>What was tried</source>
      <translation>Ce qui a été tenté</translation>
    </message>
  </context>
  <context>
    <name>ProofSession</name>
    <message>
      <source>Choose another folder, or free some space.</source>
      <translation>Choisissez un autre dossier, ou libérez de la place.</translation>
    </message>
    <message>
      <source>Save the report</source>
      <translation>Enregistrer le rapport</translation>
    </message>
    <message>
      <source>The report could not be saved there.</source>
      <translation>Le rapport n’a pas pu être enregistré à cet endroit.</translation>
    </message>
    <message>
      <source>The report is saved.</source>
      <translation>Le rapport est enregistré.</translation>
    </message>
    <message>
      <source>The test could not be finished.</source>
      <translation>Le test n’a pas pu être achevé.</translation>
    </message>
  </context>
  <context>
    <name>QuestionBubble</name>
    <message>
      <source>Edit this question</source>
      <translation>Modifier cette question</translation>
    </message>
  </context>
  <context>
    <name>QuestionEditor</name>
    <message>
      <source>Ask</source>
      <translation>Demander</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Your question</source>
      <translation>Votre question</translation>
    </message>
  </context>
  <context>
    <name>QuestionField</name>
    <message>
      <source>Ask a question about your documents</source>
      <translation>Posez une question sur vos documents</translation>
    </message>
    <message>
      <source>Ask each of the {documents} the same, and show where they differ</source>
      <translation>Poser la même question à chacun des {documents}, et montrer où ils diffèrent</translation>
    </message>
    <message>
      <source>Ask each of them the same question</source>
      <translation>Poser la même question à chacun</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Comparer</translation>
    </message>
    <message>
      <source>Go through every document and list all that is asked for, such as “invoices over 1,000 euros”. No model writes it.</source>
      <translation>Parcourir chaque document et lister tout ce qui est demandé, par exemple « factures de plus de 1 000 euros ». Aucun modèle ne l’écrit.</translation>
    </message>
    <message>
      <source>List all</source>
      <translation>Tout lister</translation>
    </message>
    <message>
      <source>Return sends, Shift+Return starts a new line</source>
      <translation>Entrée envoie, Maj+Entrée va à la ligne</translation>
    </message>
    <message>
      <source>Send (Return)</source>
      <translation>Envoyer (Entrée)</translation>
    </message>
    <message>
      <source>Stop answering (Esc)</source>
      <translation>Arrêter la réponse (Échap)</translation>
    </message>
    <message>
      <source>What should be listed?</source>
      <translation>Que faut-il lister ?</translation>
    </message>
    <message>
      <source>Your question</source>
      <translation>Votre question</translation>
    </message>
  </context>
  <context>
    <name>Quotes</name>
    <message>
      <source>%n answer rests on them</source>
      <translation>%n réponse repose sur eux</translation>
    </message>
    <message>
      <source>%n answer shows passages of them</source>
      <translation>%n réponse en montre des passages</translation>
    </message>
    <message>
      <source>%n answers rest on them</source>
      <translation>%n réponses reposent sur eux</translation>
    </message>
    <message>
      <source>%n answers show passages of them</source>
      <translation>%n réponses en montrent des passages</translation>
    </message>
    <message>
      <source>%n example quotes them</source>
      <translation>%n exemple les cite</translation>
    </message>
    <message>
      <source>%n examples quote them</source>
      <translation>%n exemples les citent</translation>
    </message>
  </context>
  <context>
    <name>ReadingDialog</name>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>How to read an answer</source>
      <translation>Comment lire une réponse</translation>
    </message>
  </context>
  <context>
    <name>ReadingHint</name>
    <message>
      <source>Do not show this again</source>
      <translation>Ne plus afficher</translation>
    </message>
    <message>
      <source>Got it</source>
      <translation>Compris</translation>
    </message>
    <message>
      <source>How to read an answer</source>
      <translation>Comment lire une réponse</translation>
    </message>
    <message>
      <source>You find this again in the menu.</source>
      <translation>Vous retrouvez ceci dans le menu.</translation>
    </message>
  </context>
  <context>
    <name>ReadingProgress</name>
    <message>
      <source>Reading the best of them: {share} %</source>
      <translation>Lecture des meilleurs : {share} %</translation>
    </message>
    <message>
      <source>Reading the best of them…</source>
      <translation>Lecture des meilleurs…</translation>
    </message>
  </context>
  <context>
    <name>ReadingTimes</name>
    <message>
      <source>Pause reading while little memory is free</source>
      <translation>Suspendre la lecture quand il reste peu de mémoire</translation>
    </message>
    <message>
      <source>Pause reading while the computer runs on its battery</source>
      <translation>Suspendre la lecture quand l’ordinateur est sur batterie</translation>
    </message>
    <message>
      <source>Reading goes on by itself when the reason is gone. Asking always works.</source>
      <translation>La lecture reprend d’elle-même quand la raison disparaît. On peut toujours poser des questions.</translation>
    </message>
    <message>
      <source>Reading keeps the processor busy and empties a battery quickly</source>
      <translation>La lecture occupe le processeur et vide vite une batterie</translation>
    </message>
    <message>
      <source>So that other programs stay quick</source>
      <translation>Pour que les autres programmes restent rapides</translation>
    </message>
  </context>
  <context>
    <name>ReceiptDialog</name>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Forgotten</source>
      <translation>Effacé</translation>
    </message>
    <message>
      <source>Forgotten, but not clean yet</source>
      <translation>Effacé, mais pas encore nettoyé</translation>
    </message>
    <message>
      <source>Name the documents in the receipt</source>
      <translation>Nommer les documents dans l’attestation</translation>
    </message>
    <message>
      <source>Save receipt…</source>
      <translation>Enregistrer l’attestation…</translation>
    </message>
    <message>
      <source>The files are clean since {time}.</source>
      <translation>Les fichiers sont nettoyés depuis {time}.</translation>
    </message>
    <message>
      <source>{documents}, {pages}, out of every answer since {time}.</source>
      <translation>{documents}, {pages}, absents de toute réponse depuis {time}.</translation>
    </message>
  </context>
  <context>
    <name>RemovalDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Delete these answers and examples too</source>
      <translation>Supprimer aussi ces réponses et exemples</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Retirer</translation>
    </message>
    <message>
      <source>Remove {documents} from the library?</source>
      <translation>Retirer {documents} de la bibliothèque ?</translation>
    </message>
    <message>
      <source>Strongroom forgets what it read from them, for good. The files stay where they are.</source>
      <translation>Strongroom efface pour de bon ce qu’il en a lu. Les fichiers restent où ils sont.</translation>
    </message>
    <message>
      <source>What quotes them is kept unless you say otherwise: {what}.</source>
      <translation>Ce qui les cite est conservé, sauf avis contraire : {what}.</translation>
    </message>
  </context>
  <context>
    <name>RenameDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Name of the conversation</source>
      <translation>Nom de la conversation</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Renommer</translation>
    </message>
    <message>
      <source>Rename the conversation</source>
      <translation>Renommer la conversation</translation>
    </message>
  </context>
  <context>
    <name>Resting</name>
    <message>
      <source>Paused while on battery</source>
      <translation>En pause sur batterie</translation>
    </message>
    <message>
      <source>Paused: little memory is free</source>
      <translation>En pause : peu de mémoire libre</translation>
    </message>
  </context>
  <context>
    <name>Revising</name>
    <message>
      <source>The answer will be replaced.</source>
      <translation>La réponse sera remplacée.</translation>
    </message>
    <message>
      <source>This answer and %1 below it will be replaced.</source>
      <translation>Cette réponse et %1 en dessous seront remplacées.</translation>
    </message>
  </context>
  <context>
    <name>RevisingSession</name>
    <message>
      <source>An answer is being written. Stop it first, or wait for it.</source>
      <translation>Une réponse est en cours. Arrêtez-la d’abord, ou attendez-la.</translation>
    </message>
    <message>
      <source>Stopped before there was an answer.</source>
      <translation>Arrêté avant qu’il y ait une réponse.</translation>
    </message>
    <message>
      <source>The conversation is as it was.</source>
      <translation>La conversation est restée telle quelle.</translation>
    </message>
  </context>
  <context>
    <name>SavingDialog</name>
    <message>
      <source>All pages</source>
      <translation>Toutes les pages</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <source>Choose a place…</source>
      <translation>Choisir un endroit…</translation>
    </message>
    <message>
      <source>One page, as 7, or several, as 3-9</source>
      <translation>Une page, comme 7, ou plusieurs, comme 3-9</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Pages</translation>
    </message>
    <message>
      <source>Pages to save</source>
      <translation>Pages à enregistrer</translation>
    </message>
    <message>
      <source>Save pages to print or send</source>
      <translation>Enregistrer des pages pour les imprimer ou les envoyer</translation>
    </message>
    <message>
      <source>Strongroom does not speak to printers: a printing system passes pages on to programs that have a network. It saves pictures of the pages as a PDF where you say; print that with your PDF program. It holds what you see, and nothing hidden.</source>
      <translation>Strongroom ne s’adresse pas aux imprimantes : un système d’impression transmet les pages à des programmes reliés à un réseau. Il enregistre des images des pages dans un PDF, où vous le souhaitez ; imprimez-le avec votre programme PDF. Il contient ce que vous voyez, et rien de caché.</translation>
    </message>
    <message>
      <source>This page</source>
      <translation>Cette page</translation>
    </message>
    <message>
      <source>Write one page, as 7, or several, as 3-9. There are {pages}.</source>
      <translation>Indiquez une page, comme 7, ou plusieurs, comme 3-9. Il y en a {pages}.</translation>
    </message>
  </context>
  <context>
    <name>SavingSession</name>
    <message>
      <source>Save pages as PDF</source>
      <translation>Enregistrer des pages en PDF</translation>
    </message>
    <message>
      <source>Saving pages…</source>
      <translation>Enregistrement des pages…</translation>
    </message>
    <message>
      <source>Saving pages… {done} of {pages}</source>
      <translation>Enregistrement des pages… {done} sur {pages}</translation>
    </message>
    <message>
      <source>Stopped. Nothing was saved.</source>
      <translation>Arrêté. Rien n’a été enregistré.</translation>
    </message>
    <message>
      <source>{name} - pages {pages}</source>
      <translation>{name} - pages {pages}</translation>
    </message>
    <message>
      <source>{pages} saved in “{name}”. Print it with your PDF program.</source>
      <translation>{pages} enregistrées dans « {name} ». Imprimez-les avec votre programme PDF.</translation>
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source>Answers</source>
      <translation>Réponses</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>Bibliothèque</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <source>Privacy</source>
      <translation>Confidentialité</translation>
    </message>
    <message>
      <source>Sections</source>
      <translation>Sections</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Réglages</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Fenêtre</translation>
    </message>
  </context>
  <context>
    <name>SettingsSession</name>
    <message>
      <source>Checking and copying the model…</source>
      <translation>Vérification et copie du modèle…</translation>
    </message>
    <message>
      <source>Each search model finds passages in its own way. Until it has prepared them, questions find them by word only. It can wait: what is left is done when Strongroom starts again or documents are added.</source>
      <translation>Chaque modèle de recherche trouve les passages à sa façon. Tant qu’il ne les a pas préparés, les questions ne les trouvent que par mots. Cela peut attendre : ce qui reste se fait quand Strongroom redémarre ou quand des documents sont ajoutés.</translation>
    </message>
    <message>
      <source>Import a search model</source>
      <translation>Importer un modèle de recherche</translation>
    </message>
    <message>
      <source>Import an answer model</source>
      <translation>Importer un modèle de réponse</translation>
    </message>
    <message>
      <source>Loading {name}…</source>
      <translation>Chargement de {name}…</translation>
    </message>
    <message>
      <source>Models (*.gguf)</source>
      <translation>Modèles (*.gguf)</translation>
    </message>
    <message>
      <source>On this computer that takes about {time}.</source>
      <translation>Sur cet ordinateur, cela prend environ {time}.</translation>
    </message>
    <message>
      <source>Prepare {passages} for this search model?</source>
      <translation>Préparer {passages} pour ce modèle de recherche ?</translation>
    </message>
    <message>
      <source>This can take a few minutes.</source>
      <translation>Cela peut prendre quelques minutes.</translation>
    </message>
    <message>
      <source>Use it, prepare later</source>
      <translation>Utiliser, préparer plus tard</translation>
    </message>
    <message>
      <source>Use it, prepare now</source>
      <translation>Utiliser, préparer maintenant</translation>
    </message>
  </context>
  <context>
    <name>Sources</name>
    <message>
      <source>%n more source</source>
      <translation>%n autre source</translation>
    </message>
    <message>
      <source>%n more sources</source>
      <translation>%n autres sources</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Sources</translation>
    </message>
  </context>
  <context>
    <name>StartingSession</name>
    <message>
      <source>An answer takes about {time} on this computer.</source>
      <translation>Une réponse prend environ {time} sur cet ordinateur.</translation>
    </message>
    <message>
      <source>Ask your own question below.</source>
      <translation>Posez votre propre question ci-dessous.</translation>
    </message>
    <message>
      <source>Try one of these, or ask your own question below.</source>
      <translation>Essayez l’une de celles-ci, ou posez votre propre question ci-dessous.</translation>
    </message>
  </context>
  <context>
    <name>Status</name>
    <message>
      <source>%1 · loading…</source>
      <translation>%1 · chargement…</translation>
    </message>
    <message>
      <source>%1 · preparing search…</source>
      <translation>%1 · préparation de la recherche…</translation>
    </message>
    <message>
      <source>%1 · ready</source>
      <translation>%1 · prêt</translation>
    </message>
    <message>
      <source>Looking at the locks…</source>
      <translation>Examen des verrous…</translation>
    </message>
    <message>
      <source>No answer model · search only</source>
      <translation>Pas de modèle de réponse · recherche seule</translation>
    </message>
    <message>
      <source>No engine, so its lock is not known</source>
      <translation>Pas de moteur : son verrou n’est donc pas connu</translation>
    </message>
    <message>
      <source>No network: guarded by Strongroom, not by the system</source>
      <translation>Aucun réseau : gardé par Strongroom, pas par le système</translation>
    </message>
    <message>
      <source>No network: locked by the system</source>
      <translation>Aucun réseau : verrouillé par le système</translation>
    </message>
    <message>
      <source>No network: locked by the system, and tested</source>
      <translation>Aucun réseau : verrouillé par le système, et testé</translation>
    </message>
    <message>
      <source>No network: locked, but not proven on this system</source>
      <translation>Aucun réseau : verrouillé, mais non prouvé sur ce système</translation>
    </message>
    <message>
      <source>No network: the test could not be finished</source>
      <translation>Aucun réseau : le test n’a pas pu être achevé</translation>
    </message>
    <message>
      <source>Not locked</source>
      <translation>Non verrouillé</translation>
    </message>
    <message>
      <source>Not locked: the test got through</source>
      <translation>Non verrouillé : le test est passé au travers</translation>
    </message>
    <message>
      <source>Something inside Strongroom tried to reach a network, and was refused.</source>
      <translation>Quelque chose dans Strongroom a essayé d’atteindre un réseau, et cela a été refusé.</translation>
    </message>
    <message>
      <source>Strongroom refuses networks to itself; the system does not.</source>
      <translation>Strongroom se refuse tout réseau ; le système ne le fait pas.</translation>
    </message>
    <message>
      <source>The engine has not said yet how it is locked.</source>
      <translation>Le moteur n’a pas encore dit comment il est verrouillé.</translation>
    </message>
    <message>
      <source>The last test could not be finished, so nothing is proven.</source>
      <translation>Le dernier test n’a pas pu être achevé : rien n’est donc prouvé.</translation>
    </message>
    <message>
      <source>The lock is set, but it was never tested on this kind of system.</source>
      <translation>Le verrou est posé, mais n’a jamais été testé sur ce type de système.</translation>
    </message>
    <message>
      <source>The operating system refuses every network to window and engine.</source>
      <translation>Le système d’exploitation refuse tout réseau à la fenêtre et au moteur.</translation>
    </message>
    <message>
      <source>The test found a way that was not refused.</source>
      <translation>Le test a trouvé une voie qui n’a pas été refusée.</translation>
    </message>
    <message>
      <source>Without the engine it cannot be said whether all is locked.</source>
      <translation>Sans le moteur, on ne peut dire si tout est verrouillé.</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>Choose or import models</source>
      <translation>Choisir ou importer des modèles</translation>
    </message>
    <message>
      <source>Looking at the locks…</source>
      <translation>Examen des verrous…</translation>
    </message>
    <message>
      <source>Starting again…</source>
      <translation>Redémarrage…</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Démarrage…</translation>
    </message>
    <message>
      <source>The engine did not start</source>
      <translation>Le moteur n’a pas démarré</translation>
    </message>
  </context>
  <context>
    <name>Suggestions</name>
    <message>
      <source>Ask this question</source>
      <translation>Poser cette question</translation>
    </message>
    <message>
      <source>What would you like to know?</source>
      <translation>Que souhaitez-vous savoir ?</translation>
    </message>
  </context>
  <context>
    <name>Summary</name>
    <message>
      <source>Asking document %1 of %2: %3</source>
      <translation>Document %1 sur %2 interrogé : %3</translation>
    </message>
    <message>
      <source>Looked at all of %1 (%2).</source>
      <translation>%1 parcouru en entier (%2).</translation>
    </message>
    <message>
      <source>Looked at pages %2 of %3 of %1.</source>
      <translation>Pages %2 sur %3 de %1 parcourues.</translation>
    </message>
    <message>
      <source>Looked at passages on pages %2 of %3 of %1.</source>
      <translation>Passages parcourus aux pages %2 sur %3 de %1.</translation>
    </message>
    <message>
      <source>Reading and checking piece %1 of %2</source>
      <translation>Lecture et vérification du morceau %1 sur %2</translation>
    </message>
    <message>
      <source>Reading, then writing and checking each sentence…</source>
      <translation>Lecture, puis rédaction et vérification de chaque phrase…</translation>
    </message>
    <message>
      <source>Writing the summary from what the pieces say…</source>
      <translation>Rédaction du résumé à partir des morceaux…</translation>
    </message>
  </context>
  <context>
    <name>SummaryView</name>
    <message>
      <source>Choosing what to read…</source>
      <translation>Choix de ce qu’il faut lire…</translation>
    </message>
    <message>
      <source>No summary</source>
      <translation>Pas de résumé</translation>
    </message>
    <message>
      <source>Read every page</source>
      <translation>Lire chaque page</translation>
    </message>
    <message>
      <source>Stopped: this is a summary of the first {done} of {total} pieces.</source>
      <translation>Arrêté : ceci résume les {done} premiers morceaux sur {total}.</translation>
    </message>
    <message>
      <source>Summarise again from every page; this takes longer, and can be stopped</source>
      <translation>Résumer à nouveau à partir de chaque page ; c’est plus long, et peut être arrêté</translation>
    </message>
    <message>
      <source>The pages support no sentence that the model wrote.</source>
      <translation>Les pages n’étayent aucune phrase écrite par le modèle.</translation>
    </message>
  </context>
  <context>
    <name>TextView</name>
    <message>
      <source>Copy this text</source>
      <translation>Copier ce texte</translation>
    </message>
    <message>
      <source>Summarise this text</source>
      <translation>Résumer ce texte</translation>
    </message>
    <message>
      <source>Text of a document</source>
      <translation>Texte d’un document</translation>
    </message>
  </context>
  <context>
    <name>ThoughtsFold</name>
    <message>
      <source>How the model thought</source>
      <translation>Comment le modèle a réfléchi</translation>
    </message>
    <message>
      <source>Not part of the answer, and not checked against your documents</source>
      <translation>Ne fait pas partie de la réponse et n’a pas été comparé à vos documents</translation>
    </message>
  </context>
  <context>
    <name>Thumbnails</name>
    <message>
      <source>Small pictures of the pages</source>
      <translation>Vignettes des pages</translation>
    </message>
  </context>
  <context>
    <name>TurnView</name>
    <message>
      <source>Ask again</source>
      <translation>Redemander</translation>
    </message>
    <message>
      <source>Found {passages} in {time}</source>
      <translation>{passages} trouvés en {time}</translation>
    </message>
    <message>
      <source>Going through the documents: {done} of {total}</source>
      <translation>Parcours des documents : {done} sur {total}</translation>
    </message>
    <message>
      <source>Loading the answer model…</source>
      <translation>Chargement du modèle de réponse…</translation>
    </message>
    <message>
      <source>Searching…</source>
      <translation>Recherche…</translation>
    </message>
    <message>
      <source>Stopped before a sentence was found that your documents support.</source>
      <translation>Arrêté avant qu’une phrase étayée par vos documents soit trouvée.</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>Arrêté.</translation>
    </message>
    <message>
      <source>Understood as: {question}</source>
      <translation>Compris ainsi : {question}</translation>
    </message>
    <message>
      <source>Writing and checking each sentence…</source>
      <translation>Rédaction et vérification de chaque phrase…</translation>
    </message>
  </context>
  <context>
    <name>UnlockedBanner</name>
    <message>
      <source>Details</source>
      <translation>Détails</translation>
    </message>
  </context>
  <context>
    <name>UnseenFold</name>
    <message>
      <source>Not looked at: %1</source>
      <translation>Non examiné : %1</translation>
    </message>
    <message>
      <source>What this answer could not look at</source>
      <translation>Ce que cette réponse n’a pas pu examiner</translation>
    </message>
  </context>
  <context>
    <name>UnsupportedFold</name>
    <message>
      <source>%n unsupported sentence</source>
      <translation>%n phrase non étayée</translation>
    </message>
    <message>
      <source>%n unsupported sentences</source>
      <translation>%n phrases non étayées</translation>
    </message>
    <message>
      <source>Not supported by your documents</source>
      <translation>Non étayé par vos documents</translation>
    </message>
    <message>
      <source>The model wrote this, but no passage of your documents supports it</source>
      <translation>Le modèle a écrit ceci, mais aucun passage de vos documents ne l’étaye</translation>
    </message>
  </context>
  <context>
    <name>UpkeepSession</name>
    <message>
      <source>Everything is in order</source>
      <translation>Tout est en ordre</translation>
    </message>
    <message>
      <source>The search index was made anew: {passages}.</source>
      <translation>L’index de recherche a été refait : {passages}.</translation>
    </message>
    <message>
      <source>What the check found</source>
      <translation>Ce que le contrôle a trouvé</translation>
    </message>
  </context>
  <context>
    <name>VaultsDialog</name>
    <message>
      <source>A folder that holds a library is opened; in another one a new library is made.</source>
      <translation>Un dossier qui contient une bibliothèque est ouvert ; dans un autre, une nouvelle est créée.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Fermer</translation>
    </message>
    <message>
      <source>Each library has documents and conversations of its own. What goes on in the one that is open is ended in good order.</source>
      <translation>Chaque bibliothèque a ses propres documents et conversations. Ce qui est en cours dans celle qui est ouverte est terminé proprement.</translation>
    </message>
    <message>
      <source>Libraries</source>
      <translation>Bibliothèques</translation>
    </message>
    <message>
      <source>Open now</source>
      <translation>Ouverte</translation>
    </message>
    <message>
      <source>Open or make another…</source>
      <translation>Ouvrir ou créer une autre…</translation>
    </message>
    <message>
      <source>Open this library</source>
      <translation>Ouvrir cette bibliothèque</translation>
    </message>
    <message>
      <source>Take it off this list; nothing is deleted</source>
      <translation>Retirer de cette liste ; rien n’est supprimé</translation>
    </message>
    <message>
      <source>Usual library</source>
      <translation>Bibliothèque habituelle</translation>
    </message>
  </context>
  <context>
    <name>VaultsSession</name>
    <message>
      <source>Make a new library here?</source>
      <translation>Créer une nouvelle bibliothèque ici ?</translation>
    </message>
    <message>
      <source>Make library</source>
      <translation>Créer la bibliothèque</translation>
    </message>
    <message>
      <source>Open or make a library</source>
      <translation>Ouvrir ou créer une bibliothèque</translation>
    </message>
  </context>
  <context>
    <name>Waiver</name>
    <message>
      <source>This could not be saved. Is the disk full?</source>
      <translation>Ceci n’a pas pu être enregistré. Le disque est-il plein ?</translation>
    </message>
    <message>
      <source>This is remembered. Start Strongroom again to use it.</source>
      <translation>C’est retenu. Redémarrez Strongroom pour l’utiliser.</translation>
    </message>
  </context>
  <context>
    <name>Welcome</name>
    <message>
      <source>Add folder…</source>
      <translation>Dossier…</translation>
    </message>
    <message>
      <source>An answer takes about {time} on this computer.</source>
      <translation>Une réponse prend environ {time} sur cet ordinateur.</translation>
    </message>
    <message>
      <source>Ask your own documents</source>
      <translation>Interrogez vos propres documents</translation>
    </message>
    <message>
      <source>Choose a model…</source>
      <translation>Choisir un modèle…</translation>
    </message>
    <message>
      <source>Drop a folder of documents here</source>
      <translation>Déposez un dossier ici</translation>
    </message>
    <message>
      <source>Every sentence of an answer leads to the lines it rests on.
Nothing leaves this computer.</source>
      <translation>Chaque phrase d’une réponse mène aux lignes sur lesquelles elle repose.
Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
      <source>Getting ready…</source>
      <translation>Préparation…</translation>
    </message>
    <message>
      <source>Loading the answer model…</source>
      <translation>Chargement du modèle de réponse…</translation>
    </message>
    <message>
      <source>PDF, Word, mail and text files</source>
      <translation>PDF, Word, courriels, textes</translation>
    </message>
    <message>
      <source>Reading your documents</source>
      <translation>Lecture de vos documents</translation>
    </message>
    <message>
      <source>Reading your documents…</source>
      <translation>Lecture de vos documents…</translation>
    </message>
    <message>
      <source>Ready to answer.</source>
      <translation>Prêt à répondre.</translation>
    </message>
    <message>
      <source>There is no answer model yet. Drop its file here (its name ends in .gguf), or the stick it is on. Until then you can search.</source>
      <translation>Il n’y a pas encore de modèle de réponse. Déposez ici son fichier (son nom se termine par .gguf), ou la clé USB qui le contient. En attendant, vous pouvez chercher.</translation>
    </message>
    <message>
      <source>Try it with the sample documents</source>
      <translation>Essayer avec des exemples</translation>
    </message>
    <message>
      <source>You can ask as soon as the first one is read.</source>
      <translation>Vous pourrez poser vos questions dès que le premier sera lu.</translation>
    </message>
  </context>
  <context>
    <name>WindowPage</name>
    <message>
      <source>Also with Ctrl and + or −.</source>
      <translation>Aussi avec Ctrl et + ou −.</translation>
    </message>
    <message>
      <source>Changes at once. What is going on goes on.</source>
      <translation>Change aussitôt. Ce qui est en cours continue.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Couleurs</translation>
    </message>
    <message>
      <source>Colours of the window: {name}</source>
      <translation>Couleurs de la fenêtre : {name}</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Sombre</translation>
    </message>
    <message>
      <source>Language of the window</source>
      <translation>Langue de la fenêtre</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Clair</translation>
    </message>
    <message>
      <source>Like the system</source>
      <translation>Comme le système</translation>
    </message>
    <message>
      <source>Size of text</source>
      <translation>Taille du texte</translation>
    </message>
  </context>
  <context>
    <name>WindowSession</name>
    <message>
      <source>Answer ready</source>
      <translation>Réponse prête</translation>
    </message>
    <message>
      <source>Ask as always; conversations end with the window. To change the library, copy its folder to a disk that can be written.</source>
      <translation>Posez vos questions comme d’habitude ; les conversations disparaissent avec la fenêtre. Pour modifier la bibliothèque, copiez son dossier sur un disque accessible en écriture.</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Supprimer</translation>
    </message>
    <message>
      <source>Delete this conversation?</source>
      <translation>Supprimer cette conversation ?</translation>
    </message>
    <message>
      <source>Its questions and answers are forgotten for good.</source>
      <translation>Ses questions et réponses sont effacées pour de bon.</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>Bibliothèque</translation>
    </message>
    <message>
      <source>Not in your documents</source>
      <translation>Pas dans vos documents</translation>
    </message>
    <message>
      <source>This library can only be read.</source>
      <translation>Cette bibliothèque est en lecture seule.</translation>
    </message>
  </context>
  <context>
    <name>Wording</name>
    <message>
      <source>%1 %</source>
      <translation>%1 %</translation>
    </message>
    <message>
      <source>%1 files</source>
      <translation>%1 fichiers</translation>
    </message>
    <message>
      <source>%1 found again</source>
      <translation>%1 retrouvés</translation>
    </message>
    <message>
      <source>%1 found again, %2 not</source>
      <translation>%1 retrouvés, %2 non</translation>
    </message>
    <message>
      <source>%1 hours</source>
      <translation>%1 heures</translation>
    </message>
    <message>
      <source>%1 min</source>
      <translation>%1 min</translation>
    </message>
    <message>
      <source>%1 min %2 s</source>
      <translation>%1 min %2 s</translation>
    </message>
    <message>
      <source>%1 of %2 could not be read</source>
      <translation>%1 sur %2 n’ont pas pu être lus</translation>
    </message>
    <message>
      <source>%1 pages/s</source>
      <translation>%1 pages/s</translation>
    </message>
    <message>
      <source>%1 s</source>
      <translation>%1 s</translation>
    </message>
    <message>
      <source>%1 still being read</source>
      <translation>%1 encore en cours de lecture</translation>
    </message>
    <message>
      <source>%1 without readable text</source>
      <translation>%1 sans texte lisible</translation>
    </message>
    <message>
      <source>%n attempt refused</source>
      <translation>%n tentative refusée</translation>
    </message>
    <message>
      <source>%n attempts refused</source>
      <translation>%n tentatives refusées</translation>
    </message>
    <message>
      <source>%n document</source>
      <translation>%n document</translation>
    </message>
    <message>
      <source>%n documents</source>
      <translation>%n documents</translation>
    </message>
    <message>
      <source>%n file changed, reading…</source>
      <translation>%n fichier modifié, lecture…</translation>
    </message>
    <message>
      <source>%n files changed, reading…</source>
      <translation>%n fichiers modifiés, lecture…</translation>
    </message>
    <message>
      <source>%n item</source>
      <translation>%n élément</translation>
    </message>
    <message>
      <source>%n items</source>
      <translation>%n éléments</translation>
    </message>
    <message>
      <source>%n line marked</source>
      <translation>%n ligne surlignée</translation>
    </message>
    <message>
      <source>%n lines marked</source>
      <translation>%n lignes surlignées</translation>
    </message>
    <message>
      <source>%n minute</source>
      <translation>%n minute</translation>
    </message>
    <message>
      <source>%n minutes</source>
      <translation>%n minutes</translation>
    </message>
    <message>
      <source>%n page</source>
      <translation>%n page</translation>
    </message>
    <message>
      <source>%n pages</source>
      <translation>%n pages</translation>
    </message>
    <message>
      <source>%n part</source>
      <translation>%n partie</translation>
    </message>
    <message>
      <source>%n parts</source>
      <translation>%n parties</translation>
    </message>
    <message>
      <source>%n passage</source>
      <translation>%n passage</translation>
    </message>
    <message>
      <source>%n passages</source>
      <translation>%n passages</translation>
    </message>
    <message>
      <source>%n place</source>
      <translation>%n endroit</translation>
    </message>
    <message>
      <source>%n places</source>
      <translation>%n endroits</translation>
    </message>
    <message>
      <source>%n question</source>
      <translation>%n question</translation>
    </message>
    <message>
      <source>%n questions</source>
      <translation>%n questions</translation>
    </message>
    <message>
      <source>%n second</source>
      <translation>%n seconde</translation>
    </message>
    <message>
      <source>%n seconds</source>
      <translation>%n secondes</translation>
    </message>
    <message>
      <source>0 attempts</source>
      <translation>0 tentative</translation>
    </message>
    <message>
      <source>1 file</source>
      <translation>1 fichier</translation>
    </message>
    <message>
      <source>Asking %1</source>
      <translation>Sur %1</translation>
    </message>
    <message>
      <source>Asking %1 of %2</source>
      <translation>%1 sur %2</translation>
    </message>
    <message>
      <source>Asking all %1</source>
      <translation>Les %1</translation>
    </message>
    <message>
      <source>Away</source>
      <translation>Absent</translation>
    </message>
    <message>
      <source>Checking the library</source>
      <translation>Contrôle de la bibliothèque</translation>
    </message>
    <message>
      <source>Documents (%1)</source>
      <translation>Documents (%1)</translation>
    </message>
    <message>
      <source>Exporting the library</source>
      <translation>Exportation de la bibliothèque</translation>
    </message>
    <message>
      <source>File is gone</source>
      <translation>Fichier disparu</translation>
    </message>
    <message>
      <source>Give its password to read it.</source>
      <translation>Donnez son mot de passe pour le lire.</translation>
    </message>
    <message>
      <source>Importing the library</source>
      <translation>Importation de la bibliothèque</translation>
    </message>
    <message>
      <source>Its folder is not there now. What was read can still be asked. If the folder lies elsewhere, say so: right-click it.</source>
      <translation>Son dossier n’est pas là en ce moment. Ce qui a été lu peut encore être interrogé. Si le dossier est ailleurs, dites-le : clic droit.</translation>
    </message>
    <message>
      <source>Its words can be searched. Searching it by meaning is being prepared.</source>
      <translation>Ses mots peuvent être cherchés. La recherche par le sens se prépare.</translation>
    </message>
    <message>
      <source>Kept without its file</source>
      <translation>Conservé sans son fichier</translation>
    </message>
    <message>
      <source>Looking for documents</source>
      <translation>Recherche de documents</translation>
    </message>
    <message>
      <source>Mail</source>
      <translation>Courriel</translation>
    </message>
    <message>
      <source>Making the search index</source>
      <translation>Création de l’index de recherche</translation>
    </message>
    <message>
      <source>No document is ticked</source>
      <translation>Aucun document n’est coché</translation>
    </message>
    <message>
      <source>No documents yet</source>
      <translation>Pas encore de document</translation>
    </message>
    <message>
      <source>Not looked at: %1.</source>
      <translation>Non examiné : %1.</translation>
    </message>
    <message>
      <source>Not read yet.</source>
      <translation>Pas encore lu.</translation>
    </message>
    <message>
      <source>Nothing of it could be read.</source>
      <translation>Rien n’a pu en être lu.</translation>
    </message>
    <message>
      <source>Only the ticked documents were searched: %1 of %2.</source>
      <translation>Seuls les documents cochés ont été parcourus : %1 sur %2.</translation>
    </message>
    <message>
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <source>Reading documents</source>
      <translation>Lecture des documents</translation>
    </message>
    <message>
      <source>Searchable by word and by meaning.</source>
      <translation>Cherchable par mot et par le sens.</translation>
    </message>
    <message>
      <source>Strongroom reads PDF, Word (.docx), mail (.eml) and text files (.txt, .md, .log, .csv), also in the folders inside a folder.</source>
      <translation>Strongroom lit les fichiers PDF, Word (.docx), courriel (.eml) et texte (.txt, .md, .log, .csv), aussi dans les sous-dossiers.</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Texte</translation>
    </message>
    <message>
      <source>Understanding meaning</source>
      <translation>Compréhension du sens</translation>
    </message>
    <message>
      <source>Untitled</source>
      <translation>Sans titre</translation>
    </message>
    <message>
      <source>Word file</source>
      <translation>Fichier Word</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>Travail en cours</translation>
    </message>
    <message>
      <source>a few seconds left</source>
      <translation>encore quelques secondes</translation>
    </message>
    <message>
      <source>about %1 h left</source>
      <translation>encore %1 h environ</translation>
    </message>
    <message>
      <source>about %1 min left</source>
      <translation>encore %1 min environ</translation>
    </message>
    <message>
      <source>about %1 s left</source>
      <translation>encore %1 s environ</translation>
    </message>
    <message>
      <source>not kept</source>
      <translation>non conservée</translation>
    </message>
    <message>
      <source>page %1</source>
      <translation>page %1</translation>
    </message>
    <message>
      <source>part %1</source>
      <translation>partie %1</translation>
    </message>
    <message>
      <source>today at %1</source>
      <translation>aujourd’hui à %1</translation>
    </message>
    <message>
      <source>under %1 s</source>
      <translation>moins de %1 s</translation>
    </message>
    <message>
      <source>yesterday at %1</source>
      <translation>hier à %1</translation>
    </message>
  </context>
  <context>
    <name>_Pages</name>
    <message>
      <source>Page %1</source>
      <translation>Page %1</translation>
    </message>
    <message>
      <source>Page %1, with evidence</source>
      <translation>Page %1, avec une preuve</translation>
    </message>
  </context>
</TS>
