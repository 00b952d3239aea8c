<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_BE" sourcelanguage="en">
  <context>
    <name>AddingSession</name>
    <message>
      <source>Add a folder</source>
      <translation>Map toevoegen</translation>
    </message>
    <message>
      <source>Add documents</source>
      <translation>Documenten toevoegen</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Alle bestanden (*)</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Doorgaan</translation>
    </message>
    <message>
      <source>Go on with {documents} that this library has not finished?</source>
      <translation>Doorgaan met {documents} die deze bibliotheek niet heeft afgewerkt?</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Niet nu</translation>
    </message>
    <message>
      <source>They are files of this computer that the library names. Read them into it only if the library is your own.</source>
      <translation>Het zijn bestanden van deze computer die de bibliotheek noemt. Lees ze alleen in als de bibliotheek van uzelf is.</translation>
    </message>
  </context>
  <context>
    <name>Answer</name>
    <message>
      <source>(supported only in part)</source>
      <translation>(slechts gedeeltelijk onderbouwd)</translation>
    </message>
    <message>
      <source>Best first</source>
      <translation>Beste eerst</translation>
    </message>
    <message>
      <source>No passage of your documents supports this sentence.</source>
      <translation>Geen enkele passage in uw documenten onderbouwt deze zin.</translation>
    </message>
    <message>
      <source>None of these documents can be searched yet.</source>
      <translation>Geen van deze documenten kan al doorzocht worden.</translation>
    </message>
    <message>
      <source>Not in your documents</source>
      <translation>Niet in uw documenten</translation>
    </message>
    <message>
      <source>Nothing in the %1 that were searched (%2) answers this question.</source>
      <translation>Niets in de %1 die doorzocht zijn (%2) beantwoordt deze vraag.</translation>
    </message>
    <message>
      <source>Passages for your question</source>
      <translation>Passages bij uw vraag</translation>
    </message>
    <message>
      <source>The model wrote something, but nothing in the %1 that were searched (%2) supports it.</source>
      <translation>Het model schreef iets, maar niets in de %1 die doorzocht zijn (%2) onderbouwt het.</translation>
    </message>
    <message>
      <source>There is no answer model yet, so nothing is written from them.</source>
      <translation>Er is nog geen antwoordmodel, dus wordt er niets uit geschreven.</translation>
    </message>
    <message>
      <source>What comes closest</source>
      <translation>Wat er het dichtst bij komt</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>gestopt</translation>
    </message>
  </context>
  <context>
    <name>AnswerText</name>
    <message>
      <source>Answer</source>
      <translation>Antwoord</translation>
    </message>
    <message>
      <source>not supported</source>
      <translation>niet onderbouwd</translation>
    </message>
  </context>
  <context>
    <name>AnswersPage</name>
    <message>
      <source>About {count} seconds</source>
      <translation>Ongeveer {count} seconden</translation>
    </message>
    <message>
      <source>Always Dutch</source>
      <translation>Altijd Nederlands</translation>
    </message>
    <message>
      <source>Always English</source>
      <translation>Altijd Engels</translation>
    </message>
    <message>
      <source>Always French</source>
      <translation>Altijd Frans</translation>
    </message>
    <message>
      <source>As the question</source>
      <translation>Zoals de vraag</translation>
    </message>
    <message>
      <source>Balanced</source>
      <translation>Gemiddeld</translation>
    </message>
    <message>
      <source>Before it writes, the model reads passages from your documents. How long may the first word take?</source>
      <translation>Voor het schrijft, leest het model passages uit uw documenten. Hoe lang mag het eerste woord duren?</translation>
    </message>
    <message>
      <source>Faster</source>
      <translation>Sneller</translation>
    </message>
    <message>
      <source>Faster or more thorough</source>
      <translation>Sneller of grondiger</translation>
    </message>
    <message>
      <source>From the next answer on. Quotes always stay in the language of the document.</source>
      <translation>Vanaf het volgende antwoord. Citaten blijven altijd in de taal van het document.</translation>
    </message>
    <message>
      <source>Language of answers</source>
      <translation>Taal van de antwoorden</translation>
    </message>
    <message>
      <source>More thorough</source>
      <translation>Grondiger</translation>
    </message>
    <message>
      <source>On this computer the model reads about {count} words in that time.</source>
      <translation>Op deze computer leest het model in die tijd ongeveer {count} woorden.</translation>
    </message>
    <message>
      <source>Otherwise they are folded away</source>
      <translation>Anders worden ze weggeklapt</translation>
    </message>
    <message>
      <source>Sentences without support</source>
      <translation>Zinnen zonder onderbouwing</translation>
    </message>
    <message>
      <source>Show sentences that no passage supports, marked as such</source>
      <translation>Zinnen tonen die door geen passage onderbouwd worden, als zodanig gemarkeerd</translation>
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
      <translation>Model controleren en kopiëren: {share} %</translation>
    </message>
    <message>
      <source>Checking and copying the model…</source>
      <translation>Model controleren en kopiëren…</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopiëren</translation>
    </message>
    <message>
      <source>Copy {count} models to this computer?</source>
      <translation>{count} modellen naar deze computer kopiëren?</translation>
    </message>
    <message>
      <source>The model was added: {name}</source>
      <translation>Het model is toegevoegd: {name}</translation>
    </message>
    <message>
      <source>This can take a few minutes for each.</source>
      <translation>Dit kan enkele minuten per model duren.</translation>
    </message>
    <message>
      <source>Your questions are answered by {model}. Settings show the others.</source>
      <translation>{model} beantwoordt uw vragen. De andere staan in de instellingen.</translation>
    </message>
  </context>
  <context>
    <name>Bug</name>
    <message>
      <source>The window met an error.</source>
      <translation>Er is een fout opgetreden in het venster.</translation>
    </message>
  </context>
  <context>
    <name>Calculation</name>
    <message>
      <source>Computed by Strongroom from figures on these pages</source>
      <translation>Berekend door Strongroom uit cijfers op deze pagina’s</translation>
    </message>
  </context>
  <context>
    <name>CarriedDialog</name>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Its vectors were made with another search model. It is searched by word until new ones are made, which takes as long as indexing.</source>
      <translation>De vectoren komen van een ander zoekmodel. Er wordt op woord gezocht tot er nieuwe gemaakt zijn; dat duurt even lang als indexeren.</translation>
    </message>
    <message>
      <source>Make new vectors</source>
      <translation>Nieuwe vectoren maken</translation>
    </message>
    <message>
      <source>Name of the key {key}</source>
      <translation>Naam van de sleutel {key}</translation>
    </message>
    <message>
      <source>Name the key</source>
      <translation>Sleutel benoemen</translation>
    </message>
    <message>
      <source>The files of {documents} did not come along: they are gone, or have changed. What was read of them is there.</source>
      <translation>De bestanden van {documents} zijn niet meegekomen: ze zijn weg of gewijzigd. Wat ervan gelezen is, is er.</translation>
    </message>
    <message>
      <source>The key is known by this name from now on.</source>
      <translation>De sleutel is voortaan onder deze naam bekend.</translation>
    </message>
    <message>
      <source>Whose key is it?</source>
      <translation>Van wie is deze sleutel?</translation>
    </message>
    <message>
      <source>{counted}, with the files of {copies}</source>
      <translation>{counted}, met de bestanden van {copies}</translation>
    </message>
  </context>
  <context>
    <name>CarryingSession</name>
    <message>
      <source>A library is imported only where there is none, so that nothing is written over. Open another library and import it there, or forget everything in this one first (in the settings, under Privacy).</source>
      <translation>Een bibliotheek wordt alleen geïmporteerd waar er nog geen is, zodat niets overschreven wordt. Open een andere bibliotheek en importeer ze daar, of vergeet eerst alles in deze (in de instellingen, onder Privacy).</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Alle bestanden (*)</translation>
    </message>
    <message>
      <source>Choose another name: an exported library is never written over.</source>
      <translation>Kies een andere naam: een geëxporteerde bibliotheek wordt nooit overschreven.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Export the library as</source>
      <translation>Bibliotheek exporteren als</translation>
    </message>
    <message>
      <source>Exported</source>
      <translation>Geëxporteerd</translation>
    </message>
    <message>
      <source>Exported libraries</source>
      <translation>Geëxporteerde bibliotheken</translation>
    </message>
    <message>
      <source>Import a library</source>
      <translation>Bibliotheek importeren</translation>
    </message>
    <message>
      <source>It is not signed.</source>
      <translation>Ze is niet ondertekend.</translation>
    </message>
    <message>
      <source>It is not signed: nobody vouches for it.</source>
      <translation>Ze is niet ondertekend: niemand staat ervoor in.</translation>
    </message>
    <message>
      <source>Open the settings</source>
      <translation>Instellingen openen</translation>
    </message>
    <message>
      <source>Sign with the key in</source>
      <translation>Ondertekenen met de sleutel in</translation>
    </message>
    <message>
      <source>Signed by {key}, known as {name}.</source>
      <translation>Ondertekend door {key}, bekend als {name}.</translation>
    </message>
    <message>
      <source>Signed by {key}, seen here since {day}. It has no name yet.</source>
      <translation>Ondertekend door {key}, hier gezien sinds {day}. Ze heeft nog geen naam.</translation>
    </message>
    <message>
      <source>Signed by {key}. This key is new here, and was remembered. Compare it with what the sender tells you; then give it a name, to know it again.</source>
      <translation>Ondertekend door {key}. Deze sleutel is hier nieuw en werd onthouden. Vergelijk hem met wat de afzender u meedeelt; geef hem dan een naam om hem te herkennen.</translation>
    </message>
    <message>
      <source>Signed with the key {key}. Those who import it can compare that.</source>
      <translation>Ondertekend met de sleutel {key}. Wie ze importeert, kan dat vergelijken.</translation>
    </message>
    <message>
      <source>The library is imported</source>
      <translation>De bibliotheek is geïmporteerd</translation>
    </message>
    <message>
      <source>There is a file of that name already.</source>
      <translation>Er is al een bestand met die naam.</translation>
    </message>
    <message>
      <source>There is a library here already</source>
      <translation>Er is hier al een bibliotheek</translation>
    </message>
  </context>
  <context>
    <name>ChatList</name>
    <message>
      <source>Conversations</source>
      <translation>Gesprekken</translation>
    </message>
  </context>
  <context>
    <name>Comparison</name>
    <message>
      <source>Different %1</source>
      <translation>Verschillende %1</translation>
    </message>
    <message>
      <source>One says yes, the other no</source>
      <translation>De ene zegt ja, de andere nee</translation>
    </message>
    <message>
      <source>Only in one document</source>
      <translation>Slechts in één document</translation>
    </message>
    <message>
      <source>The same in %1</source>
      <translation>Hetzelfde in %1</translation>
    </message>
    <message>
      <source>amounts</source>
      <translation>bedragen</translation>
    </message>
    <message>
      <source>dates</source>
      <translation>datums</translation>
    </message>
    <message>
      <source>durations</source>
      <translation>termijnen</translation>
    </message>
    <message>
      <source>figures</source>
      <translation>cijfers</translation>
    </message>
    <message>
      <source>names</source>
      <translation>namen</translation>
    </message>
    <message>
      <source>shares</source>
      <translation>aandelen</translation>
    </message>
    <message>
      <source>years</source>
      <translation>jaren</translation>
    </message>
  </context>
  <context>
    <name>ComparisonView</name>
    <message>
      <source>Asking each document…</source>
      <translation>Elk document wordt bevraagd…</translation>
    </message>
    <message>
      <source>No contradiction was found in the figures, dates, names and denials.</source>
      <translation>Er is geen tegenspraak gevonden in cijfers, datums, namen en ontkenningen.</translation>
    </message>
    <message>
      <source>Stopped: some documents were not asked.</source>
      <translation>Gestopt: sommige documenten zijn niet bevraagd.</translation>
    </message>
  </context>
  <context>
    <name>Confirmation</name>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
  </context>
  <context>
    <name>ConversationPanel</name>
    <message>
      <source>All conversations…</source>
      <translation>Alle gesprekken…</translation>
    </message>
    <message>
      <source>Conversations</source>
      <translation>Gesprekken</translation>
    </message>
    <message>
      <source>Delete this conversation…</source>
      <translation>Dit gesprek verwijderen…</translation>
    </message>
    <message>
      <source>Export this conversation…</source>
      <translation>Dit gesprek exporteren…</translation>
    </message>
    <message>
      <source>New conversation</source>
      <translation>Nieuw gesprek</translation>
    </message>
    <message>
      <source>New conversation (Ctrl+N)</source>
      <translation>Nieuw gesprek (Ctrl+N)</translation>
    </message>
    <message>
      <source>Rename this conversation…</source>
      <translation>Dit gesprek hernoemen…</translation>
    </message>
    <message>
      <source>Search every page</source>
      <translation>Alle pagina’s doorzoeken</translation>
    </message>
    <message>
      <source>Search every page (Ctrl+Shift+F)</source>
      <translation>Alle pagina’s doorzoeken (Ctrl+Shift+F)</translation>
    </message>
    <message>
      <source>Switch to another conversation</source>
      <translation>Naar een ander gesprek gaan</translation>
    </message>
    <message>
      <source>Untitled</source>
      <translation>Zonder titel</translation>
    </message>
  </context>
  <context>
    <name>Coverage</name>
    <message>
      <source>%1 could not be read</source>
      <translation>%1 niet leesbaar</translation>
    </message>
    <message>
      <source>%1 read</source>
      <translation>%1 gelezen</translation>
    </message>
    <message>
      <source>%1 waiting</source>
      <translation>%1 wachten</translation>
    </message>
    <message>
      <source>%1 without text</source>
      <translation>%1 zonder tekst</translation>
    </message>
  </context>
  <context>
    <name>CoverageBar</name>
    <message>
      <source>What of the library can be asked</source>
      <translation>Wat van de bibliotheek bevraagd kan worden</translation>
    </message>
  </context>
  <context>
    <name>CoverageDialog</name>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Everything that was found could be read.</source>
      <translation>Alles wat gevonden werd, kon gelezen worden.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Tonen</translation>
    </message>
    <message>
      <source>Show these documents</source>
      <translation>Deze documenten tonen</translation>
    </message>
    <message>
      <source>What can be asked</source>
      <translation>Wat bevraagd kan worden</translation>
    </message>
    <message>
      <source>{documents} could not be read.</source>
      <translation>{documents} konden niet gelezen worden.</translation>
    </message>
    <message>
      <source>{documents} wait to be read.</source>
      <translation>{documents} wachten om gelezen te worden.</translation>
    </message>
    <message>
      <source>{pages} can be asked.</source>
      <translation>{pages} kunnen bevraagd worden.</translation>
    </message>
    <message>
      <source>{pages} of {documents} are only pictures, as scans are.</source>
      <translation>{pages} van {documents} zijn alleen afbeeldingen, zoals scans.</translation>
    </message>
    <message>
      <source>{pages} of {documents} hold no text.</source>
      <translation>{pages} van {documents} bevatten geen tekst.</translation>
    </message>
  </context>
  <context>
    <name>DocumentColumn</name>
    <message>
      <source>Does not answer this.</source>
      <translation>Beantwoordt dit niet.</translation>
    </message>
    <message>
      <source>No answer that its pages support.</source>
      <translation>Geen antwoord dat de pagina’s onderbouwen.</translation>
    </message>
  </context>
  <context>
    <name>DocumentsSession</name>
    <message>
      <source>Settings show how to bring one.</source>
      <translation>In de instellingen staat hoe u er een toevoegt.</translation>
    </message>
    <message>
      <source>Summary of selected lines: {place}</source>
      <translation>Samenvatting van geselecteerde regels: {place}</translation>
    </message>
    <message>
      <source>Summary of {name}</source>
      <translation>Samenvatting van {name}</translation>
    </message>
    <message>
      <source>Summary of {name}, every page</source>
      <translation>Samenvatting van {name}, elke pagina</translation>
    </message>
    <message>
      <source>This needs an answer model, and there is none.</source>
      <translation>Hiervoor is een antwoordmodel nodig, en er is er geen.</translation>
    </message>
  </context>
  <context>
    <name>DropOverlay</name>
    <message>
      <source>Files stay where they are.</source>
      <translation>Bestanden blijven waar ze zijn.</translation>
    </message>
  </context>
  <context>
    <name>Drops</name>
    <message>
      <source>, and import the model</source>
      <translation>, en het model importeren</translation>
    </message>
    <message>
      <source>Add %1 to the library</source>
      <translation>%1 aan de bibliotheek toevoegen</translation>
    </message>
    <message>
      <source>Import these models</source>
      <translation>Deze modellen importeren</translation>
    </message>
    <message>
      <source>Import this library</source>
      <translation>Deze bibliotheek importeren</translation>
    </message>
    <message>
      <source>Import this model</source>
      <translation>Dit model importeren</translation>
    </message>
    <message>
      <source>In the library already: %1</source>
      <translation>Al in de bibliotheek: %1</translation>
    </message>
    <message>
      <source>Not read, because of their kind: %1</source>
      <translation>Niet gelezen wegens hun soort: %1</translation>
    </message>
    <message>
      <source>Nothing here can be read</source>
      <translation>Hier kan niets gelezen worden</translation>
    </message>
    <message>
      <source>There is more than could be counted now.</source>
      <translation>Er is meer dan nu geteld kon worden.</translation>
    </message>
    <message>
      <source>These are in the library already</source>
      <translation>Deze staan al in de bibliotheek</translation>
    </message>
  </context>
  <context>
    <name>Engine</name>
    <message>
      <source>%1 denies what %2 says.</source>
      <translation>%1 ontkent wat %2 zegt.</translation>
    </message>
    <message>
      <source>%1 is in the library already.</source>
      <translation>%1 staat al in de bibliotheek.</translation>
    </message>
    <message>
      <source>%1 more to be looked at: check the library.</source>
      <translation>Nog %1 te bekijken: controleer de bibliotheek.</translation>
    </message>
    <message>
      <source>%1 of them were still found, so this is not clean yet.</source>
      <translation>%1 ervan werden nog gevonden, dus dit is nog niet schoon.</translation>
    </message>
    <message>
      <source>%1 removed chunks were still found by keyword.</source>
      <translation>%1 verwijderde stukken werden nog op woord gevonden.</translation>
    </message>
    <message>
      <source>%1 rows of the catalogue referred to nothing.</source>
      <translation>%1 rijen van de catalogus verwezen naar niets.</translation>
    </message>
    <message>
      <source>%1 sources of documents were not known.</source>
      <translation>%1 bronnen van documenten waren niet bekend.</translation>
    </message>
    <message>
      <source>%1 vectors were damaged. The next indexing makes them again.</source>
      <translation>%1 vectoren waren beschadigd. De volgende indexering maakt ze opnieuw.</translation>
    </message>
    <message>
      <source>A conversation needs a name.</source>
      <translation>Een gesprek heeft een naam nodig.</translation>
    </message>
    <message>
      <source>A damaged catalogue is kept here, with all that it held. Delete it when nothing is missed.</source>
      <translation>Hier staat een beschadigde catalogus, met alles wat erin zat. Verwijder hem wanneer er niets ontbreekt.</translation>
    </message>
    <message>
      <source>A document that this answer was being taken from was removed meanwhile.</source>
      <translation>Een document waaruit dit antwoord kwam, is intussen verwijderd.</translation>
    </message>
    <message>
      <source>A row of the catalogue refers to nothing.</source>
      <translation>Een rij van de catalogus verwijst naar niets.</translation>
    </message>
    <message>
      <source>A “(” has no “)”.</source>
      <translation>Bij een “(” ontbreekt de “)”.</translation>
    </message>
    <message>
      <source>A “)” has no “(”. Write “\)” for the sign itself.</source>
      <translation>Bij een “)” ontbreekt de “(”. Schrijf “\)” voor het teken zelf.</translation>
    </message>
    <message>
      <source>A “[” has no “]”. Write “\[” for the sign itself.</source>
      <translation>Bij een “[” ontbreekt de “]”. Schrijf “\[” voor het teken zelf.</translation>
    </message>
    <message>
      <source>A “\” stands before a sign that has no meaning there; it cannot refer back.</source>
      <translation>Een “\” staat voor een teken dat daar niets betekent; terugverwijzen kan niet.</translation>
    </message>
    <message>
      <source>Add the file itself.</source>
      <translation>Voeg het bestand zelf toe.</translation>
    </message>
    <message>
      <source>An example needs a question, a quote and an answer, of %1 characters in all at most.</source>
      <translation>Een voorbeeld heeft een vraag, een citaat en een antwoord nodig, samen hoogstens %1 tekens.</translation>
    </message>
    <message>
      <source>Another program holds this vault's file.</source>
      <translation>Een ander programma houdt het bestand van deze kluis bezet.</translation>
    </message>
    <message>
      <source>Ask again.</source>
      <translation>Vraag het opnieuw.</translation>
    </message>
    <message>
      <source>Ask them if you need it.</source>
      <translation>Vraag het de beheerder als u het nodig hebt.</translation>
    </message>
    <message>
      <source>At most %1 characters.</source>
      <translation>Hoogstens %1 tekens.</translation>
    </message>
    <message>
      <source>Between 2 and %1 documents can be compared.</source>
      <translation>Er kunnen 2 tot %1 documenten vergeleken worden.</translation>
    </message>
    <message>
      <source>Check its permissions.</source>
      <translation>Controleer de toegangsrechten.</translation>
    </message>
    <message>
      <source>Check that it is connected and sound, then do it again.</source>
      <translation>Controleer of ze aangesloten en in orde is, en doe het dan opnieuw.</translation>
    </message>
    <message>
      <source>Check that its folder is there, and that Strongroom may write in it.</source>
      <translation>Controleer of de map er is en of Strongroom erin mag schrijven.</translation>
    </message>
    <message>
      <source>Check the disk and the rights of the file, then import it again.</source>
      <translation>Controleer de schijf en de rechten van het bestand en importeer het dan opnieuw.</translation>
    </message>
    <message>
      <source>Check the library (“strongroom check”): a copy is kept as it is, and what can be is saved.</source>
      <translation>Controleer de bibliotheek (“strongroom check”): een kopie blijft zoals ze is, en wat kan, wordt gered.</translation>
    </message>
    <message>
      <source>Check the library: the damaged ones are then made again.</source>
      <translation>Controleer de bibliotheek: de beschadigde worden dan opnieuw gemaakt.</translation>
    </message>
    <message>
      <source>Check the name.</source>
      <translation>Controleer de naam.</translation>
    </message>
    <message>
      <source>Check the path.</source>
      <translation>Controleer het pad.</translation>
    </message>
    <message>
      <source>Choose a .gguf file, or the folder of a sentence-transformers model.</source>
      <translation>Kies een .gguf-bestand, of de map van een sentence-transformers-model.</translation>
    </message>
    <message>
      <source>Choose a .gguf file.</source>
      <translation>Kies een .gguf-bestand.</translation>
    </message>
    <message>
      <source>Choose a LoRA adapter in GGUF form.</source>
      <translation>Kies een LoRA-adapter in GGUF-vorm.</translation>
    </message>
    <message>
      <source>Choose a file in version 3, or one made for this kind of computer.</source>
      <translation>Kies een bestand in versie 3, of een dat voor dit soort computer gemaakt is.</translation>
    </message>
    <message>
      <source>Choose a smaller model.</source>
      <translation>Kies een kleiner model.</translation>
    </message>
    <message>
      <source>Choose another file.</source>
      <translation>Kies een ander bestand.</translation>
    </message>
    <message>
      <source>Choose another name.</source>
      <translation>Kies een andere naam.</translation>
    </message>
    <message>
      <source>Choose another one.</source>
      <translation>Kies een andere.</translation>
    </message>
    <message>
      <source>Choose another place or name.</source>
      <translation>Kies een andere plaats of naam.</translation>
    </message>
    <message>
      <source>Choose another place, or make room.</source>
      <translation>Kies een andere plaats, of maak plaats vrij.</translation>
    </message>
    <message>
      <source>Choose other pages or documents.</source>
      <translation>Kies andere pagina’s of documenten.</translation>
    </message>
    <message>
      <source>Choose others.</source>
      <translation>Kies andere.</translation>
    </message>
    <message>
      <source>Choose the GGUF file of a language model that follows instructions.</source>
      <translation>Kies het GGUF-bestand van een taalmodel dat instructies volgt.</translation>
    </message>
    <message>
      <source>Choose the file itself.</source>
      <translation>Kies het bestand zelf.</translation>
    </message>
    <message>
      <source>Choose the folder of a sentence-transformers model with .safetensors weights.</source>
      <translation>Kies de map van een sentence-transformers-model met .safetensors-gewichten.</translation>
    </message>
    <message>
      <source>Choose the folder that they lie in now.</source>
      <translation>Kies de map waarin ze nu staan.</translation>
    </message>
    <message>
      <source>Close other programs, or use a smaller model.</source>
      <translation>Sluit andere programma’s, of gebruik een kleiner model.</translation>
    </message>
    <message>
      <source>Close that one, or choose another vault with --vault.</source>
      <translation>Sluit de andere, of kies een andere kluis met --vault.</translation>
    </message>
    <message>
      <source>Close that one.</source>
      <translation>Sluit de andere.</translation>
    </message>
    <message>
      <source>Compare it with what its maker told you. If it is the same, take the pack in once with “strongroom models import PACK --trust FINGERPRINT”.</source>
      <translation>Vergelijk hem met wat de maker u heeft gezegd. Is hij dezelfde, importeer het pakket dan één keer met “strongroom models import PACK --trust FINGERPRINT”.</translation>
    </message>
    <message>
      <source>Copy or download it again.</source>
      <translation>Kopieer of download het opnieuw.</translation>
    </message>
    <message>
      <source>Copy or download the file again.</source>
      <translation>Kopieer of download het bestand opnieuw.</translation>
    </message>
    <message>
      <source>Copy the folder with real files in place of the links.</source>
      <translation>Kopieer de map met echte bestanden in plaats van de koppelingen.</translation>
    </message>
    <message>
      <source>Delete it, then set up or import the models again.</source>
      <translation>Verwijder ze en installeer of importeer de modellen dan opnieuw.</translation>
    </message>
    <message>
      <source>Delete it; nothing else is lost.</source>
      <translation>Verwijder het; er gaat niets anders verloren.</translation>
    </message>
    <message>
      <source>Do not use it, unless its maker confirms this one.</source>
      <translation>Gebruik het niet, tenzij de maker deze bevestigt.</translation>
    </message>
    <message>
      <source>Every byte of %1 files of the vault and the home folder (%2 MB; write-ahead log, free pages and vector index included, model files left out) was searched for %3 marks: pieces of the text from every page, in UTF-8 and UTF-16, names, paths, and vectors in 16 and 32 bits.</source>
      <translation>Elke byte van %1 bestanden van de kluis en de thuismap (%2 MB; logboek, vrije pagina’s en vectorindex inbegrepen, modelbestanden niet) is doorzocht op %3 kenmerken: stukken tekst van elke pagina, in UTF-8 en UTF-16, namen, paden en vectoren in 16 en 32 bits.</translation>
    </message>
    <message>
      <source>Files of this kind are not read.</source>
      <translation>Bestanden van dit soort worden niet gelezen.</translation>
    </message>
    <message>
      <source>Free some space, then import it again.</source>
      <translation>Maak plaats vrij en importeer het dan opnieuw.</translation>
    </message>
    <message>
      <source>Give 0 or more, or “auto”.</source>
      <translation>Geef 0 of meer, of “auto”.</translation>
    </message>
    <message>
      <source>Give its password to read it.</source>
      <translation>Geef het wachtwoord om het te lezen.</translation>
    </message>
    <message>
      <source>Import into another folder, or forget everything in this one first: a library is never written over.</source>
      <translation>Importeer in een andere map, of vergeet eerst alles in deze: een bibliotheek wordt nooit overschreven.</translation>
    </message>
    <message>
      <source>Import it again.</source>
      <translation>Importeer het opnieuw.</translation>
    </message>
    <message>
      <source>Import it with that one.</source>
      <translation>Importeer ze met die versie.</translation>
    </message>
    <message>
      <source>Import one with “strongroom models import FILE”.</source>
      <translation>Importeer er een met “strongroom models import FILE”.</translation>
    </message>
    <message>
      <source>Import the model again.</source>
      <translation>Importeer het model opnieuw.</translation>
    </message>
    <message>
      <source>Index it again.</source>
      <translation>Indexeer het opnieuw.</translation>
    </message>
    <message>
      <source>Index it when it is complete.</source>
      <translation>Indexeer het wanneer het volledig is.</translation>
    </message>
    <message>
      <source>It cannot look ahead or behind.</source>
      <translation>Vooruit- of terugkijken kan niet.</translation>
    </message>
    <message>
      <source>It does in %1.</source>
      <translation>In %1 wel.</translation>
    </message>
    <message>
      <source>It has pages 1 to %1.</source>
      <translation>Het heeft pagina’s 1 tot %1.</translation>
    </message>
    <message>
      <source>It holds signs that no text can hold.</source>
      <translation>Er staan tekens in die in geen tekst kunnen staan.</translation>
    </message>
    <message>
      <source>It is kept untouched as %1.</source>
      <translation>Ze wordt ongewijzigd bewaard als %1.</translation>
    </message>
    <message>
      <source>It is made anew; until then search is exact, and only slower.</source>
      <translation>Hij wordt opnieuw gemaakt; tot dan is het zoeken exact, en alleen trager.</translation>
    </message>
    <message>
      <source>It is started again. Finished documents are kept; ask or add again what was in hand.</source>
      <translation>Hij start opnieuw. Afgewerkte documenten blijven bewaard; vraag of voeg opnieuw toe waar u mee bezig was.</translation>
    </message>
    <message>
      <source>It may be damaged.</source>
      <translation>Het is misschien beschadigd.</translation>
    </message>
    <message>
      <source>It repeats too much. Make it shorter.</source>
      <translation>Er wordt te veel herhaald. Maak het korter.</translation>
    </message>
    <message>
      <source>It repeats too often: 1,000 times is the most.</source>
      <translation>Er wordt te vaak herhaald: 1.000 keer is het meeste.</translation>
    </message>
    <message>
      <source>Its file is gone. What was read of it is kept until you decide.</source>
      <translation>Het bestand is weg. Wat ervan gelezen is, blijft bewaard tot u beslist.</translation>
    </message>
    <message>
      <source>Its file is gone. What was read of it is kept, as you wished.</source>
      <translation>Het bestand is weg. Wat ervan gelezen is, blijft bewaard, zoals u wenste.</translation>
    </message>
    <message>
      <source>Its name is not valid text, so it cannot be kept. Give it another name.</source>
      <translation>De naam is geen geldige tekst en kan dus niet bewaard worden. Geef het een andere naam.</translation>
    </message>
    <message>
      <source>Keep it on a drive of this computer: “--vault DIR” chooses one. The documents themselves may stay where they are.</source>
      <translation>Bewaar ze op een schijf van deze computer: “--vault DIR” kiest er een. De documenten zelf mogen blijven waar ze zijn.</translation>
    </message>
    <message>
      <source>Leave them out.</source>
      <translation>Laat ze weg.</translation>
    </message>
    <message>
      <source>Let Strongroom write there, or choose another folder.</source>
      <translation>Laat Strongroom daar schrijven, of kies een andere map.</translation>
    </message>
    <message>
      <source>Let Strongroom write there, or choose another vault.</source>
      <translation>Laat Strongroom daar schrijven, of kies een andere kluis.</translation>
    </message>
    <message>
      <source>Look at its brackets and backslashes.</source>
      <translation>Kijk naar de haakjes en de backslashes.</translation>
    </message>
    <message>
      <source>Look at the file and the disk.</source>
      <translation>Bekijk het bestand en de schijf.</translation>
    </message>
    <message>
      <source>Make room on the disk, then open it again.</source>
      <translation>Maak plaats vrij op de schijf en open ze dan opnieuw.</translation>
    </message>
    <message>
      <source>Make room, then do it again: it goes on where it was.</source>
      <translation>Maak plaats vrij en doe het dan opnieuw: het gaat verder waar het was.</translation>
    </message>
    <message>
      <source>Mend or delete %1.</source>
      <translation>Herstel of verwijder %1.</translation>
    </message>
    <message>
      <source>No document of the library has this name, path or number.</source>
      <translation>Geen document van de bibliotheek heeft deze naam, dit pad of dit nummer.</translation>
    </message>
    <message>
      <source>No one key is meant by that.</source>
      <translation>Daarmee wordt niet één sleutel bedoeld.</translation>
    </message>
    <message>
      <source>No text was found on the page.</source>
      <translation>Er is geen tekst gevonden op de pagina.</translation>
    </message>
    <message>
      <source>No text: %1 of %2 pages are only pictures (a scan).</source>
      <translation>Geen tekst: %1 van %2 pagina’s zijn alleen afbeeldingen (een scan).</translation>
    </message>
    <message>
      <source>None of its documents is in %1.</source>
      <translation>Geen van de documenten staat in %1.</translation>
    </message>
    <message>
      <source>None was found that other documents or kept conversations do not hold too.</source>
      <translation>Er is er geen gevonden die andere documenten of bewaarde gesprekken niet ook bevatten.</translation>
    </message>
    <message>
      <source>Not added yet: the disk is full. Make room, then index again.</source>
      <translation>Nog niet toegevoegd: de schijf is vol. Maak plaats vrij en indexeer dan opnieuw.</translation>
    </message>
    <message>
      <source>Not locked: this machine cannot keep Strongroom from networks.</source>
      <translation>Niet vergrendeld: deze computer kan Strongroom niet van netwerken weghouden.</translation>
    </message>
    <message>
      <source>Not read: %1 of this message.</source>
      <translation>Niet gelezen: %1 van dit bericht.</translation>
    </message>
    <message>
      <source>Not read: too many pages before it ended the reader.</source>
      <translation>Niet gelezen: te veel pagina’s ervoor deden de lezer stoppen.</translation>
    </message>
    <message>
      <source>Not refused.</source>
      <translation>Niet geweigerd.</translation>
    </message>
    <message>
      <source>Nothing can be kept in %1: %2.</source>
      <translation>Er kan niets bewaard worden in %1: %2.</translation>
    </message>
    <message>
      <source>Nothing can be written here: the disk or the folder is read-only.</source>
      <translation>Hier kan niets geschreven worden: de schijf of de map is alleen-lezen.</translation>
    </message>
    <message>
      <source>Nothing of it was used. Ask whoever made it for another copy.</source>
      <translation>Er is niets van gebruikt. Vraag de maker om een andere kopie.</translation>
    </message>
    <message>
      <source>Nothing of this document could be read.</source>
      <translation>Niets van dit document kon gelezen worden.</translation>
    </message>
    <message>
      <source>Nothing that was finished is lost.</source>
      <translation>Niets wat klaar was, is verloren.</translation>
    </message>
    <message>
      <source>Nothing that was looked for was missing.</source>
      <translation>Niets van wat gezocht werd, ontbrak.</translation>
    </message>
    <message>
      <source>Nothing was changed. Look at the folder %1.</source>
      <translation>Er is niets gewijzigd. Bekijk de map %1.</translation>
    </message>
    <message>
      <source>Nothing was changed. Open the vault that you made, or make a new one.</source>
      <translation>Er is niets gewijzigd. Open de kluis die u gemaakt hebt, of maak een nieuwe.</translation>
    </message>
    <message>
      <source>Nothing was imported. Have it exported, or copied, again.</source>
      <translation>Er is niets geïmporteerd. Laat ze opnieuw exporteren of kopiëren.</translation>
    </message>
    <message>
      <source>Only %1 says %2.</source>
      <translation>Alleen %1 zegt %2.</translation>
    </message>
    <message>
      <source>Only answer models have these options.</source>
      <translation>Alleen antwoordmodellen hebben deze opties.</translation>
    </message>
    <message>
      <source>Only the first %1 MB are read: %2 were left out.</source>
      <translation>Alleen de eerste %1 MB worden gelezen: %2 werden weggelaten.</translation>
    </message>
    <message>
      <source>Open it elsewhere to check it.</source>
      <translation>Open het elders om het na te gaan.</translation>
    </message>
    <message>
      <source>Open it elsewhere to check.</source>
      <translation>Open het elders om het na te gaan.</translation>
    </message>
    <message>
      <source>Open it once where it can be written.</source>
      <translation>Open ze eenmaal waar geschreven kan worden.</translation>
    </message>
    <message>
      <source>Open it with that one.</source>
      <translation>Open ze met die versie.</translation>
    </message>
    <message>
      <source>Opening the document %1.</source>
      <translation>Het openen van het document %1.</translation>
    </message>
    <message>
      <source>Page %1 cannot be opened.</source>
      <translation>Pagina %1 kan niet geopend worden.</translation>
    </message>
    <message>
      <source>Pages after %1 are not read.</source>
      <translation>Pagina’s na %1 worden niet gelezen.</translation>
    </message>
    <message>
      <source>Put it back, or remove the document.</source>
      <translation>Zet het terug, of verwijder het document.</translation>
    </message>
    <message>
      <source>Put the file back, then check again.</source>
      <translation>Zet het bestand terug en controleer dan opnieuw.</translation>
    </message>
    <message>
      <source>Put the stick back and import the pack again: it goes on where it stopped.</source>
      <translation>Plaats de stick terug en importeer het pakket opnieuw: het gaat verder waar het stopte.</translation>
    </message>
    <message>
      <source>Reading the document %1 as a whole.</source>
      <translation>Het lezen van het document %1 als geheel.</translation>
    </message>
    <message>
      <source>Reading this page %1.</source>
      <translation>Het lezen van deze pagina %1.</translation>
    </message>
    <message>
      <source>Reading this page needed too much memory.</source>
      <translation>Het lezen van deze pagina vroeg te veel geheugen.</translation>
    </message>
    <message>
      <source>Regular expressions cannot be searched for here.</source>
      <translation>Reguliere expressies kunnen hier niet worden gezocht.</translation>
    </message>
    <message>
      <source>Remove its documents there first, or leave it.</source>
      <translation>Verwijder daar eerst de documenten ervan, of laat het zo.</translation>
    </message>
    <message>
      <source>Remove one first.</source>
      <translation>Verwijder er eerst een.</translation>
    </message>
    <message>
      <source>Remove the document, then add it again.</source>
      <translation>Verwijder het document en voeg het dan opnieuw toe.</translation>
    </message>
    <message>
      <source>Rename the file or folder, then import it again.</source>
      <translation>Hernoem het bestand of de map en importeer dan opnieuw.</translation>
    </message>
    <message>
      <source>Save each message as an .eml file of its own.</source>
      <translation>Sla elk bericht op als een eigen .eml-bestand.</translation>
    </message>
    <message>
      <source>Save it anew as .docx, without a password.</source>
      <translation>Sla het opnieuw op als .docx, zonder wachtwoord.</translation>
    </message>
    <message>
      <source>Save it without one.</source>
      <translation>Sla het zonder wachtwoord op.</translation>
    </message>
    <message>
      <source>Save the message anew as an .eml file.</source>
      <translation>Sla het bericht opnieuw op als .eml-bestand.</translation>
    </message>
    <message>
      <source>Search works without it, only slower. Make room on the disk of the vault.</source>
      <translation>Zoeken werkt ook zonder, alleen trager. Maak plaats vrij op de schijf van de kluis.</translation>
    </message>
    <message>
      <source>Set up Strongroom again.</source>
      <translation>Installeer Strongroom opnieuw.</translation>
    </message>
    <message>
      <source>Shorten it.</source>
      <translation>Maak ze korter.</translation>
    </message>
    <message>
      <source>Some of these could not be read: %1. Add your folders again to find documents that are missing.</source>
      <translation>Sommige hiervan konden niet gelezen worden: %1. Voeg uw mappen opnieuw toe om ontbrekende documenten te vinden.</translation>
    </message>
    <message>
      <source>Something went wrong inside Strongroom.</source>
      <translation>Er is iets misgegaan in Strongroom.</translation>
    </message>
    <message>
      <source>Split it.</source>
      <translation>Splits het.</translation>
    </message>
    <message>
      <source>Start Strongroom again.</source>
      <translation>Start Strongroom opnieuw.</translation>
    </message>
    <message>
      <source>Strongroom does not start without them. Ask the administrator to mend the file.</source>
      <translation>Strongroom start niet zonder. Vraag de beheerder om het bestand te herstellen.</translation>
    </message>
    <message>
      <source>Strongroom does not write summaries in this language.</source>
      <translation>Strongroom schrijft geen samenvattingen in deze taal.</translation>
    </message>
    <message>
      <source>Strongroom fetches nothing from a hub.</source>
      <translation>Strongroom haalt niets van internet.</translation>
    </message>
    <message>
      <source>Strongroom never runs code of a model. Choose another model.</source>
      <translation>Strongroom voert nooit code van een model uit. Kies een ander model.</translation>
    </message>
    <message>
      <source>Strongroom reaches no network.</source>
      <translation>Strongroom bereikt geen netwerk.</translation>
    </message>
    <message>
      <source>Take the .safetensors form of the model, without that file.</source>
      <translation>Neem de .safetensors-vorm van het model, zonder dat bestand.</translation>
    </message>
    <message>
      <source>Text that cannot be seen in this message was left out.</source>
      <translation>Tekst die in dit bericht niet te zien is, werd weggelaten.</translation>
    </message>
    <message>
      <source>Text that cannot be seen on this page was left out.</source>
      <translation>Tekst die op deze pagina niet te zien is, werd weggelaten.</translation>
    </message>
    <message>
      <source>Text that is hidden or deleted in this file was left out.</source>
      <translation>Verborgen of verwijderde tekst in dit bestand werd weggelaten.</translation>
    </message>
    <message>
      <source>That conversation no longer exists.</source>
      <translation>Dat gesprek bestaat niet meer.</translation>
    </message>
    <message>
      <source>That document is no longer in the library.</source>
      <translation>Dat document staat niet meer in de bibliotheek.</translation>
    </message>
    <message>
      <source>That is too long to be searched for.</source>
      <translation>Dat is te lang om te zoeken.</translation>
    </message>
    <message>
      <source>The %1 differ: %2.</source>
      <translation>De %1 verschillen: %2.</translation>
    </message>
    <message>
      <source>The PDF has no pages.</source>
      <translation>De pdf heeft geen pagina’s.</translation>
    </message>
    <message>
      <source>The Word file defines its own XML, which Word never does.</source>
      <translation>Het Word-bestand definieert eigen XML, wat Word nooit doet.</translation>
    </message>
    <message>
      <source>The Word file holds too many files to be read.</source>
      <translation>Het Word-bestand bevat te veel bestanden om gelezen te worden.</translation>
    </message>
    <message>
      <source>The Word file is locked with a password.</source>
      <translation>Het Word-bestand is vergrendeld met een wachtwoord.</translation>
    </message>
    <message>
      <source>The Word file is nested too deeply to be read.</source>
      <translation>Het Word-bestand is te diep genest om gelezen te worden.</translation>
    </message>
    <message>
      <source>The Word file unpacks to more than is read.</source>
      <translation>Het Word-bestand wordt uitgepakt groter dan gelezen wordt.</translation>
    </message>
    <message>
      <source>The adapter %1 does not fit the model %2.</source>
      <translation>De adapter %1 past niet bij het model %2.</translation>
    </message>
    <message>
      <source>The adapter “%1” does not fit “%2”: %3.</source>
      <translation>De adapter “%1” past niet bij “%2”: %3.</translation>
    </message>
    <message>
      <source>The administrator of this computer does not allow libraries in this folder.</source>
      <translation>De beheerder van deze computer staat in deze map geen bibliotheken toe.</translation>
    </message>
    <message>
      <source>The administrator of this computer does not allow the model “%1”.</source>
      <translation>De beheerder van deze computer staat het model “%1” niet toe.</translation>
    </message>
    <message>
      <source>The administrator of this computer has switched exporting off.</source>
      <translation>De beheerder van deze computer heeft exporteren uitgeschakeld.</translation>
    </message>
    <message>
      <source>The administrator's settings in %1 cannot be understood.</source>
      <translation>De instellingen van de beheerder in %1 zijn niet te begrijpen.</translation>
    </message>
    <message>
      <source>The catalogue of this vault cannot be opened.</source>
      <translation>De catalogus van deze kluis kan niet geopend worden.</translation>
    </message>
    <message>
      <source>The catalogue of this vault cannot be opened: it is damaged.</source>
      <translation>De catalogus van deze kluis kan niet geopend worden: hij is beschadigd.</translation>
    </message>
    <message>
      <source>The catalogue of this vault is damaged.</source>
      <translation>De catalogus van deze kluis is beschadigd.</translation>
    </message>
    <message>
      <source>The catalogue of this vault is no file.</source>
      <translation>De catalogus van deze kluis is geen bestand.</translation>
    </message>
    <message>
      <source>The catalogue of this vault was not made by Strongroom.</source>
      <translation>De catalogus van deze kluis is niet door Strongroom gemaakt.</translation>
    </message>
    <message>
      <source>The catalogue was damaged, and no document could be saved from it. %1A new one was begun: add your documents again. %2 could be saved.</source>
      <translation>De catalogus was beschadigd en er kon geen document uit gered worden. %1Er is een nieuwe begonnen: voeg uw documenten opnieuw toe. %2 konden gered worden.</translation>
    </message>
    <message>
      <source>The catalogue was gone. A new one was begun: add your documents again.</source>
      <translation>De catalogus was weg. Er is een nieuwe begonnen: voeg uw documenten opnieuw toe.</translation>
    </message>
    <message>
      <source>The chat template of this model does not work, or takes too long.</source>
      <translation>Het chatsjabloon van dit model werkt niet, of duurt te lang.</translation>
    </message>
    <message>
      <source>The damaged catalogue of this vault could not be saved.</source>
      <translation>De beschadigde catalogus van deze kluis kon niet opgeslagen worden.</translation>
    </message>
    <message>
      <source>The disk does not read or write as it should.</source>
      <translation>De schijf leest of schrijft niet zoals het hoort.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>De schijf is vol.</translation>
    </message>
    <message>
      <source>The document has no page %1.</source>
      <translation>Het document heeft geen pagina %1.</translation>
    </message>
    <message>
      <source>The document has no such pages.</source>
      <translation>Het document heeft zulke pagina’s niet.</translation>
    </message>
    <message>
      <source>The document has no text.</source>
      <translation>Het document heeft geen tekst.</translation>
    </message>
    <message>
      <source>The document holds more text than is read.</source>
      <translation>Het document bevat meer tekst dan gelezen wordt.</translation>
    </message>
    <message>
      <source>The document is locked with a password.</source>
      <translation>Het document is vergrendeld met een wachtwoord.</translation>
    </message>
    <message>
      <source>The document is searchable by keyword only.</source>
      <translation>Het document is alleen op woord doorzoekbaar.</translation>
    </message>
    <message>
      <source>The document needs too much memory to read.</source>
      <translation>Het document vraagt te veel geheugen om te lezen.</translation>
    </message>
    <message>
      <source>The document was not read yet.</source>
      <translation>Het document is nog niet gelezen.</translation>
    </message>
    <message>
      <source>The document was said to be searchable by keyword only, and is by meaning, too.</source>
      <translation>Het document heette alleen op woord doorzoekbaar, en is het ook op betekenis.</translation>
    </message>
    <message>
      <source>The document was said to be searchable by meaning, and is by keyword only.</source>
      <translation>Het document heette op betekenis doorzoekbaar, en is het alleen op woord.</translation>
    </message>
    <message>
      <source>The engine does not understand this request.</source>
      <translation>De motor begrijpt dit verzoek niet.</translation>
    </message>
    <message>
      <source>The engine stopped unexpectedly while it was working.</source>
      <translation>De motor is tijdens het werk onverwachts gestopt.</translation>
    </message>
    <message>
      <source>The file cannot be opened.</source>
      <translation>Het bestand kan niet geopend worden.</translation>
    </message>
    <message>
      <source>The file cannot be read.</source>
      <translation>Het bestand kan niet gelezen worden.</translation>
    </message>
    <message>
      <source>The file cannot be written: %1.</source>
      <translation>Het bestand kan niet geschreven worden: %1.</translation>
    </message>
    <message>
      <source>The file changed each time while it was being read.</source>
      <translation>Het bestand veranderde telkens terwijl het gelezen werd.</translation>
    </message>
    <message>
      <source>The file changed since it was read.</source>
      <translation>Het bestand is gewijzigd sinds het gelezen werd.</translation>
    </message>
    <message>
      <source>The file changed while it was being read.</source>
      <translation>Het bestand veranderde terwijl het gelezen werd.</translation>
    </message>
    <message>
      <source>The file holds no text.</source>
      <translation>Het bestand bevat geen tekst.</translation>
    </message>
    <message>
      <source>The file is damaged, or it is no PDF.</source>
      <translation>Het bestand is beschadigd, of is geen pdf.</translation>
    </message>
    <message>
      <source>The file is damaged, or it is no Word file.</source>
      <translation>Het bestand is beschadigd, of is geen Word-bestand.</translation>
    </message>
    <message>
      <source>The file is larger than 4 GB, the most that is read.</source>
      <translation>Het bestand is groter dan 4 GB, het meeste dat gelezen wordt.</translation>
    </message>
    <message>
      <source>The file is nested too deeply to be read.</source>
      <translation>Het bestand is te diep genest om gelezen te worden.</translation>
    </message>
    <message>
      <source>The file is no longer there.</source>
      <translation>Het bestand is er niet meer.</translation>
    </message>
    <message>
      <source>The file is no longer there. Put it back, or remove the document.</source>
      <translation>Het bestand is er niet meer. Zet het terug, of verwijder het document.</translation>
    </message>
    <message>
      <source>The file may not be opened.</source>
      <translation>Het bestand mag niet geopend worden.</translation>
    </message>
    <message>
      <source>The file may not be opened. Check its permissions.</source>
      <translation>Het bestand mag niet geopend worden. Controleer de toegangsrechten.</translation>
    </message>
    <message>
      <source>The file of known keys cannot be understood.</source>
      <translation>Het bestand met bekende sleutels is onbegrijpelijk.</translation>
    </message>
    <message>
      <source>The file or folder is gone, or may not be opened.</source>
      <translation>Het bestand of de map is weg, of mag niet geopend worden.</translation>
    </message>
    <message>
      <source>The files of the vector index were damaged.</source>
      <translation>De bestanden van de vectorindex waren beschadigd.</translation>
    </message>
    <message>
      <source>The first one comes before the last one.</source>
      <translation>De eerste komt voor de laatste.</translation>
    </message>
    <message>
      <source>The folder cannot be opened, so nothing in it was read. Check its permissions.</source>
      <translation>De map kan niet geopend worden, dus is er niets uit gelezen. Controleer de toegangsrechten.</translation>
    </message>
    <message>
      <source>The index of words was damaged.</source>
      <translation>De woordindex was beschadigd.</translation>
    </message>
    <message>
      <source>The kernel does not let a program give up its privileges.</source>
      <translation>De kernel laat een programma zijn rechten niet opgeven.</translation>
    </message>
    <message>
      <source>The kernel does not let a program lock itself (seccomp: %1).</source>
      <translation>De kernel laat een programma zichzelf niet vergrendelen (seccomp: %1).</translation>
    </message>
    <message>
      <source>The kernel took the lock, but does not refuse sockets.</source>
      <translation>De kernel nam het slot aan, maar weigert geen sockets.</translation>
    </message>
    <message>
      <source>The kernel took the lock, but says that it does not hold.</source>
      <translation>De kernel nam het slot aan, maar zegt dat het niet houdt.</translation>
    </message>
    <message>
      <source>The key cannot be written: %1.</source>
      <translation>De sleutel kan niet geschreven worden: %1.</translation>
    </message>
    <message>
      <source>The keyword index was not right for %1 chunks.</source>
      <translation>De woordindex klopte niet voor %1 stukken.</translation>
    </message>
    <message>
      <source>The lessee shall pay the rent in advance, on the first day of every month.</source>
      <translation>De huurder betaalt de huur vooraf, op de eerste dag van elke maand.</translation>
    </message>
    <message>
      <source>The library cannot be exported there: %1.</source>
      <translation>De bibliotheek kan daar niet geëxporteerd worden: %1.</translation>
    </message>
    <message>
      <source>The library cannot be imported: %1.</source>
      <translation>De bibliotheek kan niet geïmporteerd worden: %1.</translation>
    </message>
    <message>
      <source>The library has no folder %1.</source>
      <translation>De bibliotheek heeft geen map %1.</translation>
    </message>
    <message>
      <source>The list of models “%1” is damaged.</source>
      <translation>De lijst van modellen “%1” is beschadigd.</translation>
    </message>
    <message>
      <source>The lock is not written for this kind of processor (%1).</source>
      <translation>Het slot is niet geschreven voor dit soort processor (%1).</translation>
    </message>
    <message>
      <source>The message is encrypted: only who wrote to whom was read.</source>
      <translation>Het bericht is versleuteld: alleen wie aan wie schreef, werd gelezen.</translation>
    </message>
    <message>
      <source>The message is nested too deeply, or in too many parts.</source>
      <translation>Het bericht is te diep genest, of heeft te veel delen.</translation>
    </message>
    <message>
      <source>The model %1 cannot be loaded.</source>
      <translation>Het model %1 kan niet geladen worden.</translation>
    </message>
    <message>
      <source>The model in %1 cannot be loaded.</source>
      <translation>Het model in %1 kan niet geladen worden.</translation>
    </message>
    <message>
      <source>The model needs %1 of disk space; %2 are free.</source>
      <translation>Het model heeft %1 schijfruimte nodig; %2 is vrij.</translation>
    </message>
    <message>
      <source>The model “%1” is damaged.</source>
      <translation>Het model “%1” is beschadigd.</translation>
    </message>
    <message>
      <source>The model “%1” is gone from its folder.</source>
      <translation>Het model “%1” is weg uit zijn map.</translation>
    </message>
    <message>
      <source>The model “%1” needs about %2 of memory, and %3 are free: it was not loaded.</source>
      <translation>Het model “%1” heeft ongeveer %2 geheugen nodig en %3 is vrij: het werd niet geladen.</translation>
    </message>
    <message>
      <source>The other documents are not affected.</source>
      <translation>Met de andere documenten is niets mis.</translation>
    </message>
    <message>
      <source>The pack is signed with a key that is not trusted here: %1.</source>
      <translation>Het pakket is ondertekend met een sleutel die hier niet vertrouwd wordt: %1.</translation>
    </message>
    <message>
      <source>The pack is signed with another key: %1.</source>
      <translation>Het pakket is ondertekend met een andere sleutel: %1.</translation>
    </message>
    <message>
      <source>The pack “%1” is damaged, was altered, or is not signed.</source>
      <translation>Het pakket “%1” is beschadigd, gewijzigd of niet ondertekend.</translation>
    </message>
    <message>
      <source>The page is damaged.</source>
      <translation>De pagina is beschadigd.</translation>
    </message>
    <message>
      <source>The page is only a picture: it has no text layer.</source>
      <translation>De pagina is alleen een afbeelding: ze heeft geen tekstlaag.</translation>
    </message>
    <message>
      <source>The page is too large to be drawn, so it was not read.</source>
      <translation>De pagina is te groot om te tekenen, dus is ze niet gelezen.</translation>
    </message>
    <message>
      <source>The processor of this computer is too old for the model that writes answers.</source>
      <translation>De processor van deze computer is te oud voor het model dat antwoorden schrijft.</translation>
    </message>
    <message>
      <source>The question is empty.</source>
      <translation>De vraag is leeg.</translation>
    </message>
    <message>
      <source>The range between “[” and “]” has no such order.</source>
      <translation>Het bereik tussen “[” en “]” heeft die volgorde niet.</translation>
    </message>
    <message>
      <source>The reader could not be locked up, so it opens nothing.</source>
      <translation>De lezer kon niet opgesloten worden, dus opent hij niets.</translation>
    </message>
    <message>
      <source>The search index could not be written whole.</source>
      <translation>De zoekindex kon niet volledig geschreven worden.</translation>
    </message>
    <message>
      <source>The search index could not be written.</source>
      <translation>De zoekindex kon niet geschreven worden.</translation>
    </message>
    <message>
      <source>The search model in %1 is of a kind that this build cannot compute.</source>
      <translation>Het zoekmodel in %1 is van een soort die deze uitgave niet kan berekenen.</translation>
    </message>
    <message>
      <source>The settings file cannot be understood.</source>
      <translation>Het instellingenbestand is onbegrijpelijk.</translation>
    </message>
    <message>
      <source>The text is longer than what is read of one file: the rest was left out.</source>
      <translation>De tekst is langer dan wat van één bestand gelezen wordt: de rest werd weggelaten.</translation>
    </message>
    <message>
      <source>The vector index did not hold exactly the library's chunks.</source>
      <translation>De vectorindex bevatte niet precies de stukken van de bibliotheek.</translation>
    </message>
    <message>
      <source>The vectors of this vault are damaged.</source>
      <translation>De vectoren van deze kluis zijn beschadigd.</translation>
    </message>
    <message>
      <source>There are %1 examples already.</source>
      <translation>Er zijn al %1 voorbeelden.</translation>
    </message>
    <message>
      <source>There is a file %1 already.</source>
      <translation>Er is al een bestand %1.</translation>
    </message>
    <message>
      <source>There is a library in this vault already.</source>
      <translation>Er is al een bibliotheek in deze kluis.</translation>
    </message>
    <message>
      <source>There is a macOS sandbox, but it does not refuse the network.</source>
      <translation>Er is een macOS-zandbak, maar die weigert het netwerk niet.</translation>
    </message>
    <message>
      <source>There is already another model called “%1”.</source>
      <translation>Er is al een ander model met de naam “%1”.</translation>
    </message>
    <message>
      <source>There is no chat template called “%1”.</source>
      <translation>Er is geen chatsjabloon met de naam “%1”.</translation>
    </message>
    <message>
      <source>There is no example of this number.</source>
      <translation>Er is geen voorbeeld met dit nummer.</translation>
    </message>
    <message>
      <source>There is no file at “%1”.</source>
      <translation>Er is geen bestand op “%1”.</translation>
    </message>
    <message>
      <source>There is no file or folder %1.</source>
      <translation>Er is geen bestand of map %1.</translation>
    </message>
    <message>
      <source>There is no model called “%1” that %2.</source>
      <translation>Er is geen model met de naam “%1” dat %2.</translation>
    </message>
    <message>
      <source>There is no model that %1.</source>
      <translation>Er is geen model dat %1.</translation>
    </message>
    <message>
      <source>There is no such number of layers.</source>
      <translation>Zo’n aantal lagen bestaat niet.</translation>
    </message>
    <message>
      <source>There is no text to summarise.</source>
      <translation>Er is geen tekst om samen te vatten.</translation>
    </message>
    <message>
      <source>There is nothing before “*”, “+” or “?” that could repeat.</source>
      <translation>Er staat niets voor “*”, “+” of “?” dat herhaald kan worden.</translation>
    </message>
    <message>
      <source>There is nothing to search for.</source>
      <translation>Er is niets om te zoeken.</translation>
    </message>
    <message>
      <source>There is something at %1 already.</source>
      <translation>Op %1 staat al iets.</translation>
    </message>
    <message>
      <source>These are no pages.</source>
      <translation>Dat zijn geen pagina’s.</translation>
    </message>
    <message>
      <source>They have to lie in %1.</source>
      <translation>Ze moeten in %1 staan.</translation>
    </message>
    <message>
      <source>This conversation cannot be read: it is damaged.</source>
      <translation>Dit gesprek kan niet gelezen worden: het is beschadigd.</translation>
    </message>
    <message>
      <source>This document has no pages to draw, only text.</source>
      <translation>Dit document heeft geen pagina’s om te tekenen, alleen tekst.</translation>
    </message>
    <message>
      <source>This file holds several messages, a whole mailbox.</source>
      <translation>Dit bestand bevat meerdere berichten, een hele mailbox.</translation>
    </message>
    <message>
      <source>This file is not an exported library, or it is damaged or was changed.</source>
      <translation>Dit bestand is geen geëxporteerde bibliotheek, of het is beschadigd of gewijzigd.</translation>
    </message>
    <message>
      <source>This is a Word file of the older kind, or one that is locked with a password.</source>
      <translation>Dit is een Word-bestand van het oudere soort, of een dat met een wachtwoord vergrendeld is.</translation>
    </message>
    <message>
      <source>This is no file, but a folder, a device or a pipe.</source>
      <translation>Dit is geen bestand, maar een map, een apparaat of een pijp.</translation>
    </message>
    <message>
      <source>This is no key to sign with.</source>
      <translation>Dit is geen sleutel om mee te ondertekenen.</translation>
    </message>
    <message>
      <source>This is no mail message.</source>
      <translation>Dit is geen mailbericht.</translation>
    </message>
    <message>
      <source>This is no text, whatever its name says.</source>
      <translation>Dit is geen tekst, wat de naam ook zegt.</translation>
    </message>
    <message>
      <source>This is not an ordinary file but a link, a pipe, a device or a folder.</source>
      <translation>Dit is geen gewoon bestand maar een koppeling, een pijp, een apparaat of een map.</translation>
    </message>
    <message>
      <source>This library was exported by a newer version of Strongroom.</source>
      <translation>Deze bibliotheek is geëxporteerd door een nieuwere versie van Strongroom.</translation>
    </message>
    <message>
      <source>This macOS does not offer its sandbox to programs.</source>
      <translation>Deze macOS biedt zijn zandbak niet aan programma’s aan.</translation>
    </message>
    <message>
      <source>This page holds more text than is read: the rest was left out.</source>
      <translation>Deze pagina bevat meer tekst dan gelezen wordt: de rest werd weggelaten.</translation>
    </message>
    <message>
      <source>This passage contains text that gives orders to a language model. That text is kept from the model, and no answer rests on it.</source>
      <translation>Deze passage bevat tekst die bevelen geeft aan een taalmodel. Die tekst wordt van het model weggehouden, en geen antwoord steunt erop.</translation>
    </message>
    <message>
      <source>This pattern cannot be searched for.</source>
      <translation>Deze expressie kan niet worden gezocht.</translation>
    </message>
    <message>
      <source>This receipt does not cover: the original files, which Strongroom never changes; backups, snapshots, synchronised folders and other copies of the vault; dossiers and other files that were exported; the memory of the running program, until it ends; swap and hibernation files; blocks that a disk has set aside, as SSDs do (wear levelling). Only the encryption of the whole disk protects those.</source>
      <translation>Dit attest dekt niet: de oorspronkelijke bestanden, die Strongroom nooit wijzigt; back-ups, momentopnamen, gesynchroniseerde mappen en andere kopieën van de kluis; dossiers en andere bestanden die geëxporteerd werden; het geheugen van het lopende programma, tot het stopt; wissel- en slaapstandbestanden; blokken die een schijf apart heeft gezet, zoals ssd’s doen (slijtageverdeling). Alleen versleuteling van de hele schijf beschermt die.</translation>
    </message>
    <message>
      <source>This vault could not be brought to this version of Strongroom.</source>
      <translation>Deze kluis kon niet naar deze versie van Strongroom gebracht worden.</translation>
    </message>
    <message>
      <source>This vault is in use by another Strongroom (%1).</source>
      <translation>Deze kluis is in gebruik door een andere Strongroom (%1).</translation>
    </message>
    <message>
      <source>This vault lies on a network drive (%1), where it could be damaged.</source>
      <translation>Deze kluis staat op een netwerkschijf (%1), waar ze beschadigd kan raken.</translation>
    </message>
    <message>
      <source>This vault was made by a newer version of Strongroom.</source>
      <translation>Deze kluis is gemaakt door een nieuwere versie van Strongroom.</translation>
    </message>
    <message>
      <source>This vault was made by an older version of Strongroom, and must be changed first.</source>
      <translation>Deze kluis is gemaakt door een oudere versie van Strongroom en moet eerst aangepast worden.</translation>
    </message>
    <message>
      <source>This vault was not closed before it was made read-only: its newest part is missing.</source>
      <translation>Deze kluis werd niet gesloten voor ze alleen-lezen werd: het nieuwste deel ontbreekt.</translation>
    </message>
    <message>
      <source>To use it all the same, start it once with --allow-unlocked.</source>
      <translation>Start het eenmaal met --allow-unlocked om het toch te gebruiken.</translation>
    </message>
    <message>
      <source>Two signs of repetition follow each other.</source>
      <translation>Twee herhalingstekens volgen op elkaar.</translation>
    </message>
    <message>
      <source>Use a BERT model with mean pooling, or Strongroom from its source.</source>
      <translation>Gebruik een BERT-model met mean pooling, of Strongroom vanuit de broncode.</translation>
    </message>
    <message>
      <source>Use another model.</source>
      <translation>Gebruik een ander model.</translation>
    </message>
    <message>
      <source>Use another one.</source>
      <translation>Gebruik een ander.</translation>
    </message>
    <message>
      <source>Use it with the model that it was made for.</source>
      <translation>Gebruik hem met het model waarvoor hij gemaakt is.</translation>
    </message>
    <message>
      <source>Verify it, or use another one.</source>
      <translation>Controleer het, of gebruik een ander.</translation>
    </message>
    <message>
      <source>Verify the models first.</source>
      <translation>Controleer eerst de modellen.</translation>
    </message>
    <message>
      <source>What is embedded in this file was not read.</source>
      <translation>Wat in dit bestand ingesloten is, werd niet gelezen.</translation>
    </message>
    <message>
      <source>What was read of the document is damaged, and its file is no longer there.</source>
      <translation>Wat van het document gelezen is, is beschadigd, en het bestand is er niet meer.</translation>
    </message>
    <message>
      <source>What was read of the document is damaged. It is read again by the next indexing.</source>
      <translation>Wat van het document gelezen is, is beschadigd. De volgende indexering leest het opnieuw.</translation>
    </message>
    <message>
      <source>Where its file lies cannot be reached now. What was read of it can be asked.</source>
      <translation>De plaats van het bestand is nu niet bereikbaar. Wat ervan gelezen is, kan bevraagd worden.</translation>
    </message>
    <message>
      <source>Windows does not let the reader be limited.</source>
      <translation>Windows laat niet toe dat de lezer beperkt wordt.</translation>
    </message>
    <message>
      <source>Windows does not make a job object.</source>
      <translation>Windows maakt geen taakobject.</translation>
    </message>
    <message>
      <source>Windows does not say whether this process is in an AppContainer.</source>
      <translation>Windows zegt niet of dit proces in een AppContainer zit.</translation>
    </message>
    <message>
      <source>Windows does not set the limits of a job object.</source>
      <translation>Windows stelt de grenzen van een taakobject niet in.</translation>
    </message>
    <message>
      <source>Windows does not take the reader into a job object.</source>
      <translation>Windows neemt de lezer niet op in een taakobject.</translation>
    </message>
    <message>
      <source>Write at least one letter.</source>
      <translation>Schrijf minstens één letter.</translation>
    </message>
    <message>
      <source>Write the words to be found.</source>
      <translation>Schrijf de woorden die u zoekt.</translation>
    </message>
    <message>
      <source>Write what you want to know.</source>
      <translation>Schrijf wat u wilt weten.</translation>
    </message>
    <message>
      <source>You can search. Answers need a processor with AVX2, which most have since 2013.</source>
      <translation>Zoeken werkt. Antwoorden vragen een processor met AVX2, die de meeste sinds 2013 hebben.</translation>
    </message>
    <message>
      <source>“%1” adapts another model.</source>
      <translation>“%1” past een ander model aan.</translation>
    </message>
    <message>
      <source>“%1” contains a link (“%2”), which could lead anywhere.</source>
      <translation>“%1” bevat een koppeling (“%2”), die overal naartoe kan leiden.</translation>
    </message>
    <message>
      <source>“%1” contains “%2”, a kind of file that can hold a program.</source>
      <translation>“%1” bevat “%2”, een soort bestand dat een programma kan bevatten.</translation>
    </message>
    <message>
      <source>“%1” could not be copied: %2.</source>
      <translation>“%1” kon niet gekopieerd worden: %2.</translation>
    </message>
    <message>
      <source>“%1” has no tokenizer.</source>
      <translation>“%1” heeft geen tokenizer.</translation>
    </message>
    <message>
      <source>“%1” has version %2 of the GGUF format, which is not supported.</source>
      <translation>“%1” heeft versie %2 van het GGUF-formaat, die niet ondersteund wordt.</translation>
    </message>
    <message>
      <source>“%1” holds more than %2 files.</source>
      <translation>“%1” bevat meer dan %2 bestanden.</translation>
    </message>
    <message>
      <source>“%1” holds no sentence-transformers model.</source>
      <translation>“%1” bevat geen sentence-transformers-model.</translation>
    </message>
    <message>
      <source>“%1” holds no weights in the safetensors format.</source>
      <translation>“%1” bevat geen gewichten in het safetensors-formaat.</translation>
    </message>
    <message>
      <source>“%1” in “%2” is not a file.</source>
      <translation>“%1” in “%2” is geen bestand.</translation>
    </message>
    <message>
      <source>“%1” is a link.</source>
      <translation>“%1” is een koppeling.</translation>
    </message>
    <message>
      <source>“%1” is damaged or was altered.</source>
      <translation>“%1” is beschadigd of gewijzigd.</translation>
    </message>
    <message>
      <source>“%1” is damaged: %2.</source>
      <translation>“%1” is beschadigd: %2.</translation>
    </message>
    <message>
      <source>“%1” is incomplete: %2 bytes are missing at its end.</source>
      <translation>“%1” is onvolledig: aan het einde ontbreken %2 bytes.</translation>
    </message>
    <message>
      <source>“%1” is not a GGUF model file.</source>
      <translation>“%1” is geen GGUF-modelbestand.</translation>
    </message>
    <message>
      <source>“%1” is not a file.</source>
      <translation>“%1” is geen bestand.</translation>
    </message>
    <message>
      <source>“%1” is not a kind of model that Strongroom uses.</source>
      <translation>“%1” is geen soort model dat Strongroom gebruikt.</translation>
    </message>
    <message>
      <source>“%1” needs about %2 of memory; this computer has %3.</source>
      <translation>“%1” heeft ongeveer %2 geheugen nodig; deze computer heeft %3.</translation>
    </message>
    <message>
      <source>“%1” of the model is damaged.</source>
      <translation>“%1” van het model is beschadigd.</translation>
    </message>
    <message>
      <source>“%1” of this model asks to run a program that comes with it.</source>
      <translation>“%1” van dit model vraagt een programma uit te voeren dat erbij hoort.</translation>
    </message>
  </context>
  <context>
    <name>ErrorDialog</name>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Gekopieerd</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>Details kopiëren</translation>
    </message>
    <message>
      <source>Details of the error</source>
      <translation>Details van de fout</translation>
    </message>
    <message>
      <source>Something unexpected went wrong</source>
      <translation>Er is iets onverwachts misgegaan</translation>
    </message>
    <message>
      <source>Your own files were not touched. You can go on working; if it happens again, copy the details and send them to whoever looks after Strongroom for you.</source>
      <translation>Uw eigen bestanden zijn niet aangeraakt. U kunt verder werken; gebeurt het opnieuw, kopieer dan de details en stuur ze naar wie Strongroom voor u beheert.</translation>
    </message>
  </context>
  <context>
    <name>EverythingDialog</name>
    <message>
      <source>All that was read, all vectors and all conversations are erased, for good. Your own files stay where they are; copies that came with an imported library go.</source>
      <translation>Alles wat gelezen werd, alle vectoren en alle gesprekken worden voorgoed gewist. Uw eigen bestanden blijven waar ze zijn; kopieën die met een geïmporteerde bibliotheek meekwamen, verdwijnen.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Forget everything</source>
      <translation>Alles vergeten</translation>
    </message>
    <message>
      <source>Forget everything in this library?</source>
      <translation>Alles in deze bibliotheek vergeten?</translation>
    </message>
    <message>
      <source>To go on, type the name of its folder: {name}</source>
      <translation>Typ de naam van de map om door te gaan: {name}</translation>
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
      <translation>Onderbouwing</translation>
    </message>
    <message>
      <source>Found for this question: {passages}</source>
      <translation>Gevonden voor deze vraag: {passages}</translation>
    </message>
    <message>
      <source>Here you see the passages an answer rests on, and the pages they stand on.</source>
      <translation>Hier ziet u de passages waarop een antwoord steunt, en de pagina’s waarop ze staan.</translation>
    </message>
    <message>
      <source>Passages</source>
      <translation>Passages</translation>
    </message>
    <message>
      <source>Show the document that it stands in</source>
      <translation>Document tonen waarin het staat</translation>
    </message>
    <message>
      <source>Show the passages that were found</source>
      <translation>Gevonden passages tonen</translation>
    </message>
  </context>
  <context>
    <name>ExactPanel</name>
    <message>
      <source>A regular expression, such as INV-\d+. Accents and capitals make no difference, and a blank stands for any, also for the end of a line.</source>
      <translation>Een reguliere expressie, zoals INV-\d+. Accenten en hoofdletters maken niets uit, en een spatie staat voor elke witruimte, ook voor een regeleinde.</translation>
    </message>
    <message>
      <source>Accents, capitals and the ends of lines make no difference.</source>
      <translation>Accenten, hoofdletters en regeleinden maken niets uit.</translation>
    </message>
    <message>
      <source>All pages</source>
      <translation>Alle pagina’s</translation>
    </message>
    <message>
      <source>Close the search (Esc)</source>
      <translation>Zoeken sluiten (Esc)</translation>
    </message>
    <message>
      <source>Looked at {done} of {pages}…</source>
      <translation>{done} van {pages} bekeken…</translation>
    </message>
    <message>
      <source>Not found</source>
      <translation>Niet gevonden</translation>
    </message>
    <message>
      <source>Only the first places are listed</source>
      <translation>Alleen de eerste plaatsen staan in de lijst</translation>
    </message>
    <message>
      <source>Only these pages of each document, such as 3-10</source>
      <translation>Alleen deze pagina’s van elk document, zoals 3-10</translation>
    </message>
    <message>
      <source>Pattern</source>
      <translation>Patroon</translation>
    </message>
    <message>
      <source>Search every page</source>
      <translation>Alle pagina’s doorzoeken</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Woorden</translation>
    </message>
    <message>
      <source>Words as they stand on the pages</source>
      <translation>Woorden zoals ze op de pagina’s staan</translation>
    </message>
    <message>
      <source>{pages} looked at</source>
      <translation>{pages} bekeken</translation>
    </message>
    <message>
      <source>{pages} without text left out</source>
      <translation>{pages} zonder tekst overgeslagen</translation>
    </message>
    <message>
      <source>{places} in {documents}</source>
      <translation>{places} in {documents}</translation>
    </message>
  </context>
  <context>
    <name>ExactSession</name>
    <message>
      <source>Write pages like 3-10, or 3.</source>
      <translation>Schrijf pagina’s als 3-10, of 3.</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>All that was read goes into one file, with its vectors: on another computer it can be searched at once. The file is not encrypted. Whoever has it can read what is in it.</source>
      <translation>Alles wat gelezen werd gaat in één bestand, met de vectoren: op een andere computer kan er meteen in gezocht worden. Het bestand is niet versleuteld. Wie het heeft, kan lezen wat erin staat.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Do not sign</source>
      <translation>Niet ondertekenen</translation>
    </message>
    <message>
      <source>Export a dossier</source>
      <translation>Dossier exporteren</translation>
    </message>
    <message>
      <source>Export the library</source>
      <translation>Bibliotheek exporteren</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exporteren…</translation>
    </message>
    <message>
      <source>HTML</source>
      <translation>HTML</translation>
    </message>
    <message>
      <source>It has every question and answer, the lines that were quoted, pictures of their pages, and the SHA-256 of each file, so that somebody else can check it.</source>
      <translation>Het bevat elke vraag en elk antwoord, de geciteerde regels, afbeeldingen van hun pagina’s en de SHA-256 van elk bestand, zodat iemand anders het kan nagaan.</translation>
    </message>
    <message>
      <source>Markdown</source>
      <translation>Markdown</translation>
    </message>
    <message>
      <source>Not signed. A signature proves who made the file; “strongroom vault key FILE” makes a key for it.</source>
      <translation>Niet ondertekend. Een handtekening bewijst wie het bestand maakte; “strongroom vault key FILE” maakt er een sleutel voor.</translation>
    </message>
    <message>
      <source>One file for any browser; it loads nothing.</source>
      <translation>Eén bestand voor elke browser; het laadt niets.</translation>
    </message>
    <message>
      <source>One file to print, file or hand on.</source>
      <translation>Eén bestand om af te drukken, te klasseren of door te geven.</translation>
    </message>
    <message>
      <source>One file to work on further.</source>
      <translation>Eén bestand om verder aan te werken.</translation>
    </message>
    <message>
      <source>Otherwise their pages are shown only where the files are.</source>
      <translation>Anders worden hun pagina’s alleen getoond waar de bestanden zijn.</translation>
    </message>
    <message>
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <source>Plain text, with a folder of pictures.</source>
      <translation>Gewone tekst, met een map met afbeeldingen.</translation>
    </message>
    <message>
      <source>Sign with a key file…</source>
      <translation>Ondertekenen met een sleutelbestand…</translation>
    </message>
    <message>
      <source>Signed with the key in {file}</source>
      <translation>Ondertekend met de sleutel in {file}</translation>
    </message>
    <message>
      <source>With conversations and examples</source>
      <translation>Met gesprekken en voorbeelden</translation>
    </message>
    <message>
      <source>With the documents themselves</source>
      <translation>Met de documenten zelf</translation>
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
      <translation>Er is al een bestand met die naam.</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Vervangen</translation>
    </message>
    <message>
      <source>Replace this file?</source>
      <translation>Dit bestand vervangen?</translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>Close the search (Esc)</source>
      <translation>Zoeken sluiten (Esc)</translation>
    </message>
    <message>
      <source>Next place (F3)</source>
      <translation>Volgende plaats (F3)</translation>
    </message>
    <message>
      <source>Not found</source>
      <translation>Niet gevonden</translation>
    </message>
    <message>
      <source>Previous place (Shift+F3)</source>
      <translation>Vorige plaats (Shift+F3)</translation>
    </message>
    <message>
      <source>Search in this document</source>
      <translation>In dit document zoeken</translation>
    </message>
    <message>
      <source>{count} found</source>
      <translation>{count} gevonden</translation>
    </message>
    <message>
      <source>{position} of {count}</source>
      <translation>{position} van {count}</translation>
    </message>
  </context>
  <context>
    <name>FindingsDialog</name>
    <message>
      <source>And {count} more.</source>
      <translation>En nog {count}.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Mended:</source>
      <translation>Hersteld:</translation>
    </message>
    <message>
      <source>To do:</source>
      <translation>Te doen:</translation>
    </message>
  </context>
  <context>
    <name>Fold</name>
    <message>
      <source>hidden</source>
      <translation>verborgen</translation>
    </message>
    <message>
      <source>shown</source>
      <translation>getoond</translation>
    </message>
  </context>
  <context>
    <name>FollowingSession</name>
    <message>
      <source>Compare</source>
      <translation>Vergelijken</translation>
    </message>
    <message>
      <source>Compare this library with its folders?</source>
      <translation>Deze bibliotheek met haar mappen vergelijken?</translation>
    </message>
    <message>
      <source>Forget…</source>
      <translation>Vergeten…</translation>
    </message>
    <message>
      <source>It can still be asked. Forget it if you deleted it on purpose.</source>
      <translation>Het kan nog bevraagd worden. Vergeet het als u het bewust verwijderd hebt.</translation>
    </message>
    <message>
      <source>It names folders of this computer. Do so only if it is your own.</source>
      <translation>Ze noemt mappen van deze computer. Doe dit alleen als ze van uzelf is.</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Bewaren</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Niet nu</translation>
    </message>
    <message>
      <source>They can still be asked. Forget them if you deleted them on purpose.</source>
      <translation>Ze kunnen nog bevraagd worden. Vergeet ze als u ze bewust verwijderd hebt.</translation>
    </message>
    <message>
      <source>{documents} are no longer in their folders</source>
      <translation>{documents} staan niet meer in hun mappen</translation>
    </message>
    <message>
      <source>{documents} is no longer in its folder</source>
      <translation>{documents} staat niet meer in zijn map</translation>
    </message>
  </context>
  <context>
    <name>Footer</name>
    <message>
      <source>Ask again</source>
      <translation>Opnieuw vragen</translation>
    </message>
    <message>
      <source>Copy the answer</source>
      <translation>Antwoord kopiëren</translation>
    </message>
    <message>
      <source>Copy the text alone</source>
      <translation>Alleen de tekst kopiëren</translation>
    </message>
    <message>
      <source>Copy with its sources</source>
      <translation>Met bronnen kopiëren</translation>
    </message>
  </context>
  <context>
    <name>ForgettingSession</name>
    <message>
      <source>Save the receipt</source>
      <translation>Attest opslaan</translation>
    </message>
    <message>
      <source>The receipt is saved.</source>
      <translation>Het attest is opgeslagen.</translation>
    </message>
  </context>
  <context>
    <name>HelpDialog</name>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Hulp</translation>
    </message>
    <message>
      <source>Pages of the help</source>
      <translation>Pagina’s van de hulp</translation>
    </message>
  </context>
  <context>
    <name>HistoryPanel</name>
    <message>
      <source>Close the list of conversations (Esc)</source>
      <translation>Lijst met gesprekken sluiten (Esc)</translation>
    </message>
    <message>
      <source>Delete all…</source>
      <translation>Alles verwijderen…</translation>
    </message>
    <message>
      <source>Delete…</source>
      <translation>Verwijderen…</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Exporteren…</translation>
    </message>
    <message>
      <source>Keep new conversations in this library</source>
      <translation>Nieuwe bewaren</translation>
    </message>
    <message>
      <source>No conversation has all these words.</source>
      <translation>Geen enkel gesprek bevat al deze woorden.</translation>
    </message>
    <message>
      <source>No conversations yet. Ask your first question below.</source>
      <translation>Nog geen gesprekken. Stel hieronder uw eerste vraag.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Openen</translation>
    </message>
    <message>
      <source>Rename…</source>
      <translation>Hernoemen…</translation>
    </message>
    <message>
      <source>Search conversations</source>
      <translation>Gesprekken doorzoeken</translation>
    </message>
    <message>
      <source>Search titles, questions and answers</source>
      <translation>In titels, vragen en antwoorden zoeken</translation>
    </message>
    <message>
      <source>When this is off, new conversations are gone when Strongroom is closed.</source>
      <translation>Als dit uit staat, zijn nieuwe gesprekken weg wanneer Strongroom sluit.</translation>
    </message>
  </context>
  <context>
    <name>HistorySession</name>
    <message>
      <source>%n of %1 files are gone or have changed since. The dossier says which.</source>
      <translation>%n van %1 bestanden zijn intussen weg of gewijzigd. Het dossier zegt welke.</translation>
    </message>
    <message>
      <source>%n of %1 files is gone or has changed since. The dossier says which.</source>
      <translation>%n van %1 bestanden is intussen weg of gewijzigd. Het dossier zegt welk.</translation>
    </message>
    <message>
      <source>A file of that name is there already.</source>
      <translation>Er is al een bestand met die naam.</translation>
    </message>
    <message>
      <source>All files that it cites are still as they were read.</source>
      <translation>Alle geciteerde bestanden zijn nog zoals ze gelezen werden.</translation>
    </message>
    <message>
      <source>All their questions and answers are forgotten for good.</source>
      <translation>Al hun vragen en antwoorden worden voorgoed vergeten.</translation>
    </message>
    <message>
      <source>Conversation</source>
      <translation>Gesprek</translation>
    </message>
    <message>
      <source>Delete all</source>
      <translation>Alles verwijderen</translation>
    </message>
    <message>
      <source>Delete all conversations?</source>
      <translation>Alle gesprekken verwijderen?</translation>
    </message>
    <message>
      <source>Export a dossier</source>
      <translation>Dossier exporteren</translation>
    </message>
    <message>
      <source>Export again, and give the file another name.</source>
      <translation>Exporteer opnieuw en geef het bestand een andere naam.</translation>
    </message>
    <message>
      <source>Making the dossier…</source>
      <translation>Dossier wordt gemaakt…</translation>
    </message>
    <message>
      <source>The dossier is written: {name}</source>
      <translation>Het dossier is geschreven: {name}</translation>
    </message>
    <message>
      <source>{done} of {questions}</source>
      <translation>{done} van {questions}</translation>
    </message>
  </context>
  <context>
    <name>HitCard</name>
    <message>
      <source>Show this passage on its page</source>
      <translation>Deze passage op haar pagina tonen</translation>
    </message>
  </context>
  <context>
    <name>KeysDialog</name>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Toetsen</translation>
    </message>
  </context>
  <context>
    <name>Leaving</name>
    <message>
      <source>Close now</source>
      <translation>Nu sluiten</translation>
    </message>
    <message>
      <source>Keep working</source>
      <translation>Verder werken</translation>
    </message>
    <message>
      <source>Strongroom is still working. Close it now?</source>
      <translation>Strongroom is nog bezig. Nu sluiten?</translation>
    </message>
    <message>
      <source>What is finished is kept, and the rest goes on at the next start.</source>
      <translation>Wat klaar is, blijft bewaard; de rest gaat verder bij de volgende start.</translation>
    </message>
  </context>
  <context>
    <name>Legend</name>
    <message>
      <source>Leads to the lines that a sentence rests on. Point at it to read them, click it to see them on their page.</source>
      <translation>Leidt naar de regels waarop een zin steunt. Wijs het aan om ze te lezen, klik om ze op hun pagina te zien.</translation>
    </message>
    <message>
      <source>The lines support the sentence only in part.</source>
      <translation>De regels onderbouwen de zin maar gedeeltelijk.</translation>
    </message>
    <message>
      <source>These words are not in the lines. Look at the page before you rely on them.</source>
      <translation>Deze woorden staan niet in de regels. Bekijk de pagina voor u erop vertrouwt.</translation>
    </message>
    <message>
      <source>What no line supports is not part of an answer; it is kept under it.</source>
      <translation>Wat door geen regel onderbouwd wordt, hoort niet bij het antwoord; het staat eronder.</translation>
    </message>
    <message>
      <source>dotted</source>
      <translation>gestippeld</translation>
    </message>
  </context>
  <context>
    <name>Library</name>
    <message>
      <source>%1 of %2</source>
      <translation>%1 van %2</translation>
    </message>
    <message>
      <source>%1 of %2 have text</source>
      <translation>%1 van %2 met tekst</translation>
    </message>
    <message>
      <source>Away</source>
      <translation>Weg</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>Gewijzigd</translation>
    </message>
    <message>
      <source>Could not be read</source>
      <translation>Kon niet gelezen worden</translation>
    </message>
    <message>
      <source>Date, newest first</source>
      <translation>Datum, nieuwste eerst</translation>
    </message>
    <message>
      <source>File is gone</source>
      <translation>Bestand is weg</translation>
    </message>
    <message>
      <source>Forget…</source>
      <translation>Vergeten…</translation>
    </message>
    <message>
      <source>Give password</source>
      <translation>Wachtwoord geven</translation>
    </message>
    <message>
      <source>Its file has changed and is read again. Until then the old text is asked.</source>
      <translation>Het bestand is gewijzigd en wordt opnieuw gelezen. Tot dan wordt de oude tekst bevraagd.</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Weglaten</translation>
    </message>
    <message>
      <source>Leave out of the library</source>
      <translation>Uit de bibliotheek weglaten</translation>
    </message>
    <message>
      <source>Locked</source>
      <translation>Vergrendeld</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Naam</translation>
    </message>
    <message>
      <source>Pages, most first</source>
      <translation>Pagina’s, meeste eerst</translation>
    </message>
    <message>
      <source>Reading, page %1 of %2</source>
      <translation>Lezen, pagina %1 van %2</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Klaar</translation>
    </message>
    <message>
      <source>Searchable by word</source>
      <translation>Op woord doorzoekbaar</translation>
    </message>
    <message>
      <source>State, problems first</source>
      <translation>Toestand, problemen eerst</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Opnieuw proberen</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Wacht</translation>
    </message>
    <message>
      <source>With pages without text</source>
      <translation>Met pagina’s zonder tekst</translation>
    </message>
    <message>
      <source>closed</source>
      <translation>dicht</translation>
    </message>
    <message>
      <source>folder</source>
      <translation>map</translation>
    </message>
    <message>
      <source>open</source>
      <translation>open</translation>
    </message>
  </context>
  <context>
    <name>LibraryActions</name>
    <message>
      <source>All {documents}</source>
      <translation>Alle {documents}</translation>
    </message>
    <message>
      <source>Ask only these</source>
      <translation>Alleen deze bevragen</translation>
    </message>
    <message>
      <source>Ask only this folder</source>
      <translation>Alleen deze map bevragen</translation>
    </message>
    <message>
      <source>Compare these…</source>
      <translation>Deze vergelijken…</translation>
    </message>
    <message>
      <source>Give password…</source>
      <translation>Wachtwoord geven…</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>Opnieuw lezen</translation>
    </message>
    <message>
      <source>Remove from the library…</source>
      <translation>Uit de bibliotheek verwijderen…</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Tonen</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>In map tonen</translation>
    </message>
    <message>
      <source>Show pages</source>
      <translation>Pagina’s tonen</translation>
    </message>
    <message>
      <source>Sort by</source>
      <translation>Sorteren op</translation>
    </message>
    <message>
      <source>Summarise</source>
      <translation>Samenvatten</translation>
    </message>
    <message>
      <source>Summarise, reading every page</source>
      <translation>Samenvatten, elke pagina lezen</translation>
    </message>
    <message>
      <source>Where is this folder now?</source>
      <translation>Waar staat deze map nu?</translation>
    </message>
  </context>
  <context>
    <name>LibraryList</name>
    <message>
      <source>Documents of the library</source>
      <translation>Documenten van de bibliotheek</translation>
    </message>
    <message>
      <source>No document like this.</source>
      <translation>Geen document zoals dit.</translation>
    </message>
  </context>
  <context>
    <name>LibraryPage</name>
    <message>
      <source>A check looks at everything that is kept and at the documents' files, and mends what it can. The search index is made anew from what is kept; nothing is read again.</source>
      <translation>Een controle bekijkt alles wat bewaard wordt en de bestanden van de documenten, en herstelt wat kan. De zoekindex wordt opnieuw gemaakt uit wat bewaard is; niets wordt opnieuw gelezen.</translation>
    </message>
    <message>
      <source>A whole library can be carried to another computer as one file. It opens there without anything being read again.</source>
      <translation>Een hele bibliotheek kan als één bestand naar een andere computer. Ze opent daar zonder dat iets opnieuw gelezen wordt.</translation>
    </message>
    <message>
      <source>Both lists are put together; passages that say the same are shown once.</source>
      <translation>Beide lijsten worden samengevoegd; passages die hetzelfde zeggen, worden één keer getoond.</translation>
    </message>
    <message>
      <source>By meaning: with the search model {name}, in any language.</source>
      <translation>Op betekenis: met het zoekmodel {name}, in elke taal.</translation>
    </message>
    <message>
      <source>By word: every form of its words, also in names of documents.</source>
      <translation>Op woord: elke vorm van de woorden, ook in namen van documenten.</translation>
    </message>
    <message>
      <source>Carrying it</source>
      <translation>Meenemen</translation>
    </message>
    <message>
      <source>Check the library</source>
      <translation>Bibliotheek controleren</translation>
    </message>
    <message>
      <source>Export library…</source>
      <translation>Bibliotheek exporteren…</translation>
    </message>
    <message>
      <source>Folder of the vault</source>
      <translation>Map van de kluis</translation>
    </message>
    <message>
      <source>How passages are found</source>
      <translation>Hoe passages gevonden worden</translation>
    </message>
    <message>
      <source>Import library…</source>
      <translation>Bibliotheek importeren…</translation>
    </message>
    <message>
      <source>Looking after it</source>
      <translation>Onderhouden</translation>
    </message>
    <message>
      <source>Make the search index anew</source>
      <translation>Zoekindex opnieuw maken</translation>
    </message>
    <message>
      <source>Other libraries…</source>
      <translation>Andere bibliotheken…</translation>
    </message>
    <message>
      <source>The answer model gets the best of them, about {count} tokens at most.</source>
      <translation>Het antwoordmodel krijgt de beste ervan, hoogstens ongeveer {count} tokens.</translation>
    </message>
    <message>
      <source>What happens between a question and its answer</source>
      <translation>Wat er tussen vraag en antwoord gebeurt</translation>
    </message>
    <message>
      <source>When to read</source>
      <translation>Wanneer lezen</translation>
    </message>
    <message>
      <source>Where it is kept</source>
      <translation>Waar ze bewaard wordt</translation>
    </message>
  </context>
  <context>
    <name>LibraryPanel</name>
    <message>
      <source>Add a folder of documents (Ctrl+Shift+O)</source>
      <translation>Map met documenten toevoegen (Ctrl+Shift+O)</translation>
    </message>
    <message>
      <source>Add documents (Ctrl+O)</source>
      <translation>Documenten toevoegen (Ctrl+O)</translation>
    </message>
    <message>
      <source>Add files…</source>
      <translation>Bestanden…</translation>
    </message>
    <message>
      <source>Add folder…</source>
      <translation>Map…</translation>
    </message>
    <message>
      <source>Ask all</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>Ask only these</source>
      <translation>Alleen deze bevragen</translation>
    </message>
    <message>
      <source>Filter documents</source>
      <translation>Documenten filteren</translation>
    </message>
    <message>
      <source>Filter documents by name</source>
      <translation>Documenten op naam filteren</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>Bibliotheek</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>Menu</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>Problemen</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alles tonen</translation>
    </message>
    <message>
      <source>Show all documents</source>
      <translation>Alle documenten tonen</translation>
    </message>
    <message>
      <source>Show only documents whose name contains this</source>
      <translation>Alleen documenten tonen waarvan de naam dit bevat</translation>
    </message>
    <message>
      <source>Sort, or show only some</source>
      <translation>Sorteren, of slechts enkele tonen</translation>
    </message>
    <message>
      <source>Try all again</source>
      <translation>Alles opnieuw proberen</translation>
    </message>
    <message>
      <source>{good} of {total} can be asked</source>
      <translation>{good} van {total} bruikbaar</translation>
    </message>
  </context>
  <context>
    <name>LibrarySession</name>
    <message>
      <source>All of it was in the library already.</source>
      <translation>Alles stond al in de bibliotheek.</translation>
    </message>
    <message>
      <source>No documents were found there.</source>
      <translation>Daar zijn geen documenten gevonden.</translation>
    </message>
    <message>
      <source>Now in the library twice: {documents} with the content of others: {names}</source>
      <translation>Nu tweemaal in de bibliotheek: {documents} met dezelfde inhoud als andere: {names}</translation>
    </message>
    <message>
      <source>{documents} read</source>
      <translation>{documents} gelezen</translation>
    </message>
  </context>
  <context>
    <name>Listing</name>
    <message>
      <source>%1 more, as the list is full</source>
      <translation>nog %1, omdat de lijst vol is</translation>
    </message>
    <message>
      <source>%1 with an amount in another currency</source>
      <translation>%1 met een bedrag in een andere munt</translation>
    </message>
    <message>
      <source>%1 with no amount that could be read</source>
      <translation>%1 zonder leesbaar bedrag</translation>
    </message>
    <message>
      <source>%1 with no date that could be read</source>
      <translation>%1 zonder leesbare datum</translation>
    </message>
    <message>
      <source>%1 without text</source>
      <translation>%1 zonder tekst</translation>
    </message>
    <message>
      <source>Every one of %1 was looked at (%2). No model had a part in the list.</source>
      <translation>Elk van de %1 is bekeken (%2). Geen model had deel aan de lijst.</translation>
    </message>
    <message>
      <source>Left out: %1.</source>
      <translation>Niet opgenomen: %1.</translation>
    </message>
    <message>
      <source>Looked for in %1 (%2). No model had a part in the list.</source>
      <translation>Gezocht in %1 (%2). Geen model had deel aan de lijst.</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Add files…</source>
      <translation>Bestanden toevoegen…</translation>
    </message>
    <message>
      <source>Add folder…</source>
      <translation>Map toevoegen…</translation>
    </message>
    <message>
      <source>All conversations…</source>
      <translation>Alle gesprekken…</translation>
    </message>
    <message>
      <source>Copy selected text of a page</source>
      <translation>Geselecteerde tekst van een pagina kopiëren</translation>
    </message>
    <message>
      <source>Copy the last answer</source>
      <translation>Laatste antwoord kopiëren</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Verwijderen</translation>
    </message>
    <message>
      <source>Edit the last question</source>
      <translation>Laatste vraag bewerken</translation>
    </message>
    <message>
      <source>Export library…</source>
      <translation>Bibliotheek exporteren…</translation>
    </message>
    <message>
      <source>Export this conversation…</source>
      <translation>Dit gesprek exporteren…</translation>
    </message>
    <message>
      <source>Filter documents</source>
      <translation>Documenten filteren</translation>
    </message>
    <message>
      <source>Go to the next pane</source>
      <translation>Naar het volgende deelvenster</translation>
    </message>
    <message>
      <source>Go to the question</source>
      <translation>Naar de vraag</translation>
    </message>
    <message>
      <source>Help…</source>
      <translation>Hulp…</translation>
    </message>
    <message>
      <source>How to read an answer</source>
      <translation>Hoe u een antwoord leest</translation>
    </message>
    <message>
      <source>Import library…</source>
      <translation>Bibliotheek importeren…</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Toetsen</translation>
    </message>
    <message>
      <source>Larger text or page</source>
      <translation>Tekst of pagina groter</translation>
    </message>
    <message>
      <source>Libraries…</source>
      <translation>Bibliotheken…</translation>
    </message>
    <message>
      <source>Network proof…</source>
      <translation>Netwerkbewijs…</translation>
    </message>
    <message>
      <source>New conversation</source>
      <translation>Nieuw gesprek</translation>
    </message>
    <message>
      <source>New line in the question</source>
      <translation>Nieuwe regel in de vraag</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Afsluiten</translation>
    </message>
    <message>
      <source>Remove documents</source>
      <translation>Documenten verwijderen</translation>
    </message>
    <message>
      <source>Rename this conversation…</source>
      <translation>Dit gesprek hernoemen…</translation>
    </message>
    <message>
      <source>Return</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Search every page…</source>
      <translation>Alle pagina’s doorzoeken…</translation>
    </message>
    <message>
      <source>Send the question</source>
      <translation>Vraag versturen</translation>
    </message>
    <message>
      <source>Settings…</source>
      <translation>Instellingen…</translation>
    </message>
    <message>
      <source>Shift+Return</source>
      <translation>Shift+Enter</translation>
    </message>
    <message>
      <source>Show or hide the evidence</source>
      <translation>Onderbouwing tonen of verbergen</translation>
    </message>
    <message>
      <source>Show or hide the library</source>
      <translation>Bibliotheek tonen of verbergen</translation>
    </message>
    <message>
      <source>Smaller text or page</source>
      <translation>Tekst of pagina kleiner</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>Spatie</translation>
    </message>
    <message>
      <source>Stop answering</source>
      <translation>Stoppen met antwoorden</translation>
    </message>
    <message>
      <source>Tick or untick documents</source>
      <translation>Documenten aan- of afvinken</translation>
    </message>
    <message>
      <source>Up, in an empty field</source>
      <translation>Pijl omhoog, in een leeg veld</translation>
    </message>
  </context>
  <context>
    <name>MarkStrip</name>
    <message>
      <source>Places of the evidence in the document</source>
      <translation>Plaatsen van de onderbouwing in het document</translation>
    </message>
    <message>
      <source>Where evidence and words you search for stand</source>
      <translation>Waar onderbouwing en gezochte woorden staan</translation>
    </message>
  </context>
  <context>
    <name>ModelDetails</name>
    <message>
      <source>Adapter (LoRA)</source>
      <translation>Adapter (LoRA)</translation>
    </message>
    <message>
      <source>As many layers as have room</source>
      <translation>Zoveel lagen als er plaats is</translation>
    </message>
    <message>
      <source>As usual</source>
      <translation>Zoals gewoonlijk</translation>
    </message>
    <message>
      <source>Chat template</source>
      <translation>Chatsjabloon</translation>
    </message>
    <message>
      <source>Graphics card</source>
      <translation>Grafische kaart</translation>
    </message>
    <message>
      <source>How a conversation is laid out for the model. A wrong one makes its answers worse.</source>
      <translation>Hoe een gesprek aan het model wordt voorgelegd. Een verkeerde keuze maakt de antwoorden slechter.</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Geen</translation>
    </message>
    <message>
      <source>None there. One is imported like an answer model.</source>
      <translation>Er is er geen. U importeert er een zoals een antwoordmodel.</translation>
    </message>
    <message>
      <source>Not used</source>
      <translation>Niet gebruikt</translation>
    </message>
    <message>
      <source>The one in the file</source>
      <translation>Dat in het bestand</translation>
    </message>
    <message>
      <source>This build has no GPU support: the model runs on the processor.</source>
      <translation>Deze versie ondersteunt geen grafische kaart: het model draait op de processor.</translation>
    </message>
    <message>
      <source>{count} layers</source>
      <translation>{count} lagen</translation>
    </message>
  </context>
  <context>
    <name>ModelRow</name>
    <message>
      <source>Details</source>
      <translation>Details</translation>
    </message>
    <message>
      <source>In use</source>
      <translation>In gebruik</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>Gebruiken</translation>
    </message>
    <message>
      <source>Use {name}</source>
      <translation>{name} gebruiken</translation>
    </message>
  </context>
  <context>
    <name>Models</name>
    <message>
      <source>%1 on disk</source>
      <translation>%1 op schijf</translation>
    </message>
    <message>
      <source>About %1 words a second</source>
      <translation>Ongeveer %1 woorden per seconde</translation>
    </message>
    <message>
      <source>Adapts an answer model</source>
      <translation>Past een antwoordmodel aan</translation>
    </message>
    <message>
      <source>Does not fit into the memory that is free now</source>
      <translation>Past niet in het geheugen dat nu vrij is</translation>
    </message>
    <message>
      <source>Finds passages by meaning</source>
      <translation>Vindt passages op betekenis</translation>
    </message>
    <message>
      <source>Would take nearly all of the memory that is free now</source>
      <translation>Zou bijna al het vrije geheugen innemen</translation>
    </message>
    <message>
      <source>Writes answers</source>
      <translation>Schrijft antwoorden</translation>
    </message>
    <message>
      <source>about %1 of memory</source>
      <translation>ongeveer %1 geheugen</translation>
    </message>
    <message>
      <source>chat template: %1</source>
      <translation>chatsjabloon: %1</translation>
    </message>
    <message>
      <source>licence unknown</source>
      <translation>licentie onbekend</translation>
    </message>
  </context>
  <context>
    <name>ModelsPage</name>
    <message>
      <source>Import answer model or adapter (.gguf)…</source>
      <translation>Antwoordmodel of adapter importeren (.gguf)…</translation>
    </message>
    <message>
      <source>Import search model (folder)…</source>
      <translation>Zoekmodel importeren (map)…</translation>
    </message>
    <message>
      <source>Looking for models…</source>
      <translation>Modellen zoeken…</translation>
    </message>
    <message>
      <source>No models yet.</source>
      <translation>Nog geen modellen.</translation>
    </message>
    <message>
      <source>The answer model writes answers. The search model finds passages by meaning. Both run on this computer.</source>
      <translation>Het antwoordmodel schrijft antwoorden. Het zoekmodel vindt passages op betekenis. Beide draaien op deze computer.</translation>
    </message>
  </context>
  <context>
    <name>MovingSession</name>
    <message>
      <source>Its documents are looked for as soon as the work below is done.</source>
      <translation>De documenten worden gezocht zodra het werk hieronder klaar is.</translation>
    </message>
    <message>
      <source>Where is this document now?</source>
      <translation>Waar staat dit document nu?</translation>
    </message>
    <message>
      <source>Where is this folder now?</source>
      <translation>Waar staat deze map nu?</translation>
    </message>
  </context>
  <context>
    <name>NotStartedDialog</name>
    <message>
      <source>Allow it without the lock</source>
      <translation>Zonder het slot toestaan</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>The lock cannot be set</source>
      <translation>Het slot kan niet geplaatst worden</translation>
    </message>
    <message>
      <source>Without the lock the operating system does not keep Strongroom from networks: only Strongroom itself does. It says so in red for as long as it runs like that.</source>
      <translation>Zonder het slot houdt het besturingssysteem Strongroom niet weg van netwerken: alleen Strongroom zelf doet dat. Het meldt dat in het rood zolang het zo draait.</translation>
    </message>
  </context>
  <context>
    <name>Notice</name>
    <message>
      <source>Close this message</source>
      <translation>Dit bericht sluiten</translation>
    </message>
  </context>
  <context>
    <name>PageDesk</name>
    <message>
      <source>Drawing the page…</source>
      <translation>Pagina wordt getekend…</translation>
    </message>
    <message>
      <source>Pages of a document</source>
      <translation>Pagina’s van een document</translation>
    </message>
  </context>
  <context>
    <name>PagePane</name>
    <message>
      <source>Close this message</source>
      <translation>Dit bericht sluiten</translation>
    </message>
    <message>
      <source>Copy the quote with its source</source>
      <translation>Citaat met bron kopiëren</translation>
    </message>
    <message>
      <source>Evidence {position} of {count}</source>
      <translation>Onderbouwing {position} van {count}</translation>
    </message>
    <message>
      <source>Fit the whole page</source>
      <translation>Hele pagina passend maken</translation>
    </message>
    <message>
      <source>Fit the width</source>
      <translation>Breedte passend maken</translation>
    </message>
    <message>
      <source>Fit, rotate, print or save</source>
      <translation>Passend maken, draaien, afdrukken of opslaan</translation>
    </message>
    <message>
      <source>Make the page larger (Ctrl++)</source>
      <translation>Pagina vergroten (Ctrl++)</translation>
    </message>
    <message>
      <source>Make the page smaller (Ctrl+-)</source>
      <translation>Pagina verkleinen (Ctrl+-)</translation>
    </message>
    <message>
      <source>Next evidence</source>
      <translation>Volgende onderbouwing</translation>
    </message>
    <message>
      <source>Next evidence (Alt+Down)</source>
      <translation>Volgende onderbouwing (Alt+Omlaag)</translation>
    </message>
    <message>
      <source>Next page</source>
      <translation>Volgende pagina</translation>
    </message>
    <message>
      <source>Next place that was searched for</source>
      <translation>Volgende gezochte plaats</translation>
    </message>
    <message>
      <source>Page number</source>
      <translation>Paginanummer</translation>
    </message>
    <message>
      <source>Page {page} of {pages}</source>
      <translation>Pagina {page} van {pages}</translation>
    </message>
    <message>
      <source>Part {page} of {pages}</source>
      <translation>Deel {page} van {pages}</translation>
    </message>
    <message>
      <source>Previous evidence</source>
      <translation>Vorige onderbouwing</translation>
    </message>
    <message>
      <source>Previous evidence (Alt+Up)</source>
      <translation>Vorige onderbouwing (Alt+Omhoog)</translation>
    </message>
    <message>
      <source>Previous page</source>
      <translation>Vorige pagina</translation>
    </message>
    <message>
      <source>Previous place that was searched for</source>
      <translation>Vorige gezochte plaats</translation>
    </message>
    <message>
      <source>Print or save pages…</source>
      <translation>Pagina’s afdrukken of opslaan…</translation>
    </message>
    <message>
      <source>Rotate to the left</source>
      <translation>Naar links draaien</translation>
    </message>
    <message>
      <source>Rotate to the right</source>
      <translation>Naar rechts draaien</translation>
    </message>
    <message>
      <source>Search in this document (Ctrl+F)</source>
      <translation>In dit document zoeken (Ctrl+F)</translation>
    </message>
    <message>
      <source>Show or hide small pictures of the pages</source>
      <translation>Miniaturen van de pagina’s tonen of verbergen</translation>
    </message>
    <message>
      <source>Small pictures of the pages (F4)</source>
      <translation>Miniaturen van de pagina’s (F4)</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stoppen</translation>
    </message>
    <message>
      <source>Stop saving pages</source>
      <translation>Stoppen met pagina’s opslaan</translation>
    </message>
    <message>
      <source>Type a page number and press Return</source>
      <translation>Typ een paginanummer en druk op Enter</translation>
    </message>
    <message>
      <source>of {pages}</source>
      <translation>van {pages}</translation>
    </message>
    <message>
      <source>part</source>
      <translation>deel</translation>
    </message>
    <message>
      <source>{count} found</source>
      <translation>{count} gevonden</translation>
    </message>
  </context>
  <context>
    <name>PageSession</name>
    <message>
      <source>This page could not be drawn.</source>
      <translation>Deze pagina kon niet getekend worden.</translation>
    </message>
  </context>
  <context>
    <name>PageView</name>
    <message>
      <source>Copy</source>
      <translation>Kopiëren</translation>
    </message>
    <message>
      <source>Select the whole page</source>
      <translation>Hele pagina selecteren</translation>
    </message>
    <message>
      <source>Summarise these lines</source>
      <translation>Deze regels samenvatten</translation>
    </message>
  </context>
  <context>
    <name>Partly</name>
    <message>
      <source>Not in the cited lines: %1.</source>
      <translation>Niet in de geciteerde regels: %1.</translation>
    </message>
    <message>
      <source>The cited lines have its words, but do not say all of it for sure.</source>
      <translation>De geciteerde regels bevatten de woorden, maar zeggen dit niet allemaal met zekerheid.</translation>
    </message>
    <message>
      <source>The cited lines put it in other words. Compare them with it.</source>
      <translation>De geciteerde regels zeggen het anders. Vergelijk ze ermee.</translation>
    </message>
  </context>
  <context>
    <name>PartlyFold</name>
    <message>
      <source>%n sentence supported only in part</source>
      <translation>%n zin slechts gedeeltelijk onderbouwd</translation>
    </message>
    <message>
      <source>%n sentences supported only in part</source>
      <translation>%n zinnen slechts gedeeltelijk onderbouwd</translation>
    </message>
    <message>
      <source>Dotted words are not in the lines that the number leads to. Look at the page before you rely on them.</source>
      <translation>Gestippelde woorden staan niet in de regels waar het nummer naartoe leidt. Bekijk de pagina voor u erop vertrouwt.</translation>
    </message>
    <message>
      <source>What the cited lines do not say</source>
      <translation>Wat de geciteerde regels niet zeggen</translation>
    </message>
  </context>
  <context>
    <name>PasswordDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Password needed</source>
      <translation>Wachtwoord nodig</translation>
    </message>
    <message>
      <source>Password of the document</source>
      <translation>Wachtwoord van het document</translation>
    </message>
    <message>
      <source>Read document</source>
      <translation>Document lezen</translation>
    </message>
    <message>
      <source>The password is used to read this document now, and is not stored.</source>
      <translation>Het wachtwoord dient om dit document nu te lezen en wordt niet bewaard.</translation>
    </message>
  </context>
  <context>
    <name>PlaceDialog</name>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Gekopieerd</translation>
    </message>
    <message>
      <source>Copy path</source>
      <translation>Pad kopiëren</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Map</translation>
    </message>
    <message>
      <source>No file manager could be asked to show it. Copy the folder's path, and paste it into the address bar of yours.</source>
      <translation>Geen bestandsbeheerder kon de map tonen. Kopieer het pad van de map en plak het in de adresbalk van de uwe.</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>In map tonen</translation>
    </message>
  </context>
  <context>
    <name>PlaceList</name>
    <message>
      <source>Places that were found</source>
      <translation>Gevonden plaatsen</translation>
    </message>
  </context>
  <context>
    <name>PrivacyPage</name>
    <message>
      <source>Forget everything…</source>
      <translation>Alles vergeten…</translation>
    </message>
    <message>
      <source>Memory in use now</source>
      <translation>Geheugen dat nu gebruikt wordt</translation>
    </message>
    <message>
      <source>Network proof…</source>
      <translation>Netwerkbewijs…</translation>
    </message>
    <message>
      <source>Not known yet.</source>
      <translation>Nog niet bekend.</translation>
    </message>
    <message>
      <source>Nothing leaves this computer</source>
      <translation>Niets verlaat deze computer</translation>
    </message>
    <message>
      <source>Strongroom cannot reach a network, and shows how you can test that yourself.</source>
      <translation>Strongroom kan geen netwerk bereiken en toont hoe u dat zelf kunt testen.</translation>
    </message>
    <message>
      <source>What is kept</source>
      <translation>Wat bewaard wordt</translation>
    </message>
    <message>
      <source>What was read from your documents, and your conversations, are kept in the vault. Only your user account may open that folder, but it is not encrypted yet: keep it on an encrypted disk. The documents themselves stay where they are.</source>
      <translation>Wat uit uw documenten gelezen is, en uw gesprekken, worden in de kluis bewaard. Alleen uw gebruikersaccount mag die map openen, maar ze is nog niet versleuteld: bewaar ze op een versleutelde schijf. De documenten zelf blijven waar ze zijn.</translation>
    </message>
    <message>
      <source>Window: {window} · Engine, with its models: {engine}</source>
      <translation>Venster: {window} · Motor, met zijn modellen: {engine}</translation>
    </message>
  </context>
  <context>
    <name>ProgressCard</name>
    <message>
      <source>Close this message</source>
      <translation>Dit bericht sluiten</translation>
    </message>
    <message>
      <source>Continue reading</source>
      <translation>Verder lezen</translation>
    </message>
    <message>
      <source>Pause reading</source>
      <translation>Lezen pauzeren</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>Gepauzeerd</translation>
    </message>
    <message>
      <source>Progress of reading</source>
      <translation>Voortgang van het lezen</translation>
    </message>
    <message>
      <source>Share of the work that is done</source>
      <translation>Deel van het werk dat klaar is</translation>
    </message>
    <message>
      <source>Stop reading; what is done is kept</source>
      <translation>Stoppen met lezen; wat klaar is, blijft bewaard</translation>
    </message>
    <message>
      <source>Stop; nothing stays half done</source>
      <translation>Stoppen; niets blijft half af</translation>
    </message>
    <message>
      <source>{count} could not be read</source>
      <translation>{count} konden niet gelezen worden</translation>
    </message>
    <message>
      <source>{documents} ready</source>
      <translation>{documents} klaar</translation>
    </message>
  </context>
  <context>
    <name>Proof</name>
    <message>
      <source>%1 of %2 attempts were not refused, so Strongroom could reach a network here. Disconnect this machine before you work with confidential documents.</source>
      <translation>%1 van de %2 pogingen werden niet geweigerd, dus Strongroom zou hier een netwerk kunnen bereiken. Koppel deze computer los voor u met vertrouwelijke documenten werkt.</translation>
    </message>
    <message>
      <source>A port of Strongroom waits for connections, and none should.</source>
      <translation>Een poort van Strongroom wacht op verbindingen, en dat mag niet.</translation>
    </message>
    <message>
      <source>All %1 attempts of the test at %2 were refused.</source>
      <translation>Alle %1 pogingen van de test van %2 werden geweigerd.</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Antwoord</translation>
    </message>
    <message>
      <source>Besides the test: %1, see the locks below.</source>
      <translation>Naast de test: %1, zie de sloten hieronder.</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Motor</translation>
    </message>
    <message>
      <source>Guarded by Strongroom, not by the operating system</source>
      <translation>Bewaakt door Strongroom, niet door het besturingssysteem</translation>
    </message>
    <message>
      <source>Locked by the operating system</source>
      <translation>Vergrendeld door het besturingssysteem</translation>
    </message>
    <message>
      <source>Locked, but not proven on this kind of system</source>
      <translation>Vergrendeld, maar niet bewezen op dit soort systeem</translation>
    </message>
    <message>
      <source>Looking at the locks…</source>
      <translation>Sloten worden bekeken…</translation>
    </message>
    <message>
      <source>Missing: %1</source>
      <translation>Ontbreekt: %1</translation>
    </message>
    <message>
      <source>NOT refused</source>
      <translation>NIET geweigerd</translation>
    </message>
    <message>
      <source>No network can be reached</source>
      <translation>Geen enkel netwerk is bereikbaar</translation>
    </message>
    <message>
      <source>No other service was found that could be reached over them.</source>
      <translation>Er is geen andere dienst gevonden die erlangs bereikbaar is.</translation>
    </message>
    <message>
      <source>Not everything is refused</source>
      <translation>Niet alles wordt geweigerd</translation>
    </message>
    <message>
      <source>Not locked</source>
      <translation>Niet vergrendeld</translation>
    </message>
    <message>
      <source>Not tested yet.</source>
      <translation>Nog niet getest.</translation>
    </message>
    <message>
      <source>Over them it could reach, and does not use: %1.</source>
      <translation>Erlangs kan het bereiken, maar gebruikt het niet: %1.</translation>
    </message>
    <message>
      <source>Ports that wait for connections: %1.</source>
      <translation>Poorten die op verbindingen wachten: %1.</translation>
    </message>
    <message>
      <source>Ports that wait for connections: counted by the test.</source>
      <translation>Poorten die op verbindingen wachten: geteld door de test.</translation>
    </message>
    <message>
      <source>Python code tried nothing so far.</source>
      <translation>Python-code heeft tot nu toe niets geprobeerd.</translation>
    </message>
    <message>
      <source>Reader</source>
      <translation>Lezer</translation>
    </message>
    <message>
      <source>Strongroom refuses networks to itself; nothing beneath it does.</source>
      <translation>Strongroom weigert zichzelf netwerken; niets daaronder doet dat.</translation>
    </message>
    <message>
      <source>The engine did not start. Without it, it cannot be said what is locked.</source>
      <translation>De motor is niet gestart. Zonder motor valt niet te zeggen wat vergrendeld is.</translation>
    </message>
    <message>
      <source>The engine has not said yet how it is locked.</source>
      <translation>De motor heeft nog niet gezegd hoe hij vergrendeld is.</translation>
    </message>
    <message>
      <source>The lock is set, but its means were never tested on this kind of system.</source>
      <translation>Het slot is geplaatst, maar de middelen ervan zijn nooit getest op dit soort systeem.</translation>
    </message>
    <message>
      <source>The lock of the engine is not known</source>
      <translation>Het slot van de motor is niet bekend</translation>
    </message>
    <message>
      <source>The operating system refuses every network to every process of Strongroom.</source>
      <translation>Het besturingssysteem weigert elk netwerk aan elk proces van Strongroom.</translation>
    </message>
    <message>
      <source>The operating system refuses every network to window and engine.</source>
      <translation>Het besturingssysteem weigert elk netwerk aan venster en motor.</translation>
    </message>
    <message>
      <source>The test could not be finished</source>
      <translation>De test kon niet afgewerkt worden</translation>
    </message>
    <message>
      <source>The window keeps local sockets for its display, and what belongs to it (keyboard input, screen readers). Engine and readers have none.</source>
      <translation>Het venster houdt lokale sockets voor zijn beeldscherm en wat daarbij hoort (toetsenbordinvoer, schermlezers). Motor en lezers hebben er geen.</translation>
    </message>
    <message>
      <source>What Python code tries is refused and counted. What native code tries is not counted, and refused only where the system does it.</source>
      <translation>Wat Python-code probeert, wordt geweigerd en geteld. Wat native code probeert, wordt niet geteld en alleen geweigerd waar het systeem dat doet.</translation>
    </message>
    <message>
      <source>What Python code tries is refused and counted. What native code tries is refused by the operating system, and not counted.</source>
      <translation>Wat Python-code probeert, wordt geweigerd en geteld. Wat native code probeert, wordt geweigerd door het besturingssysteem en niet geteld.</translation>
    </message>
    <message>
      <source>What it would have found is not known. Try again.</source>
      <translation>Wat hij gevonden zou hebben, is niet bekend. Probeer opnieuw.</translation>
    </message>
    <message>
      <source>What was tried</source>
      <translation>Wat geprobeerd werd</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Venster</translation>
    </message>
    <message>
      <source>You let Strongroom start on this machine even if it cannot be locked.</source>
      <translation>U laat Strongroom op deze computer starten, ook als het niet vergrendeld kan worden.</translation>
    </message>
    <message>
      <source>connected a socket</source>
      <translation>verbond een socket</translation>
    </message>
    <message>
      <source>looked up a name</source>
      <translation>zocht een naam op</translation>
    </message>
    <message>
      <source>none</source>
      <translation>geen</translation>
    </message>
    <message>
      <source>opened a socket</source>
      <translation>opende een socket</translation>
    </message>
    <message>
      <source>reads one document, and ends</source>
      <translation>leest één document en stopt</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>geweigerd</translation>
    </message>
    <message>
      <source>searches, and writes answers</source>
      <translation>zoekt, en schrijft antwoorden</translation>
    </message>
    <message>
      <source>shows everything, opens no document</source>
      <translation>toont alles, opent geen document</translation>
    </message>
    <message>
      <source>since %1</source>
      <translation>sinds %1</translation>
    </message>
  </context>
  <context>
    <name>ProofDialog</name>
    <message>
      <source>A reader is started for each document. The test asks one for its lock.</source>
      <translation>Voor elk document start een lezer. De test vraagt er een naar zijn slot.</translation>
    </message>
    <message>
      <source>Besides</source>
      <translation>Daarnaast</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Every process tries each way that we know. This takes a few seconds.</source>
      <translation>Elk proces probeert elke weg die we kennen. Dat duurt enkele seconden.</translation>
    </message>
    <message>
      <source>Locks</source>
      <translation>Sloten</translation>
    </message>
    <message>
      <source>Locks of Strongroom, and what was tried</source>
      <translation>Sloten van Strongroom, en wat geprobeerd werd</translation>
    </message>
    <message>
      <source>Network proof</source>
      <translation>Netwerkbewijs</translation>
    </message>
    <message>
      <source>Save report…</source>
      <translation>Opslaan…</translation>
    </message>
    <message>
      <source>Try to reach a network</source>
      <translation>Netwerk proberen</translation>
    </message>
    <message>
      <source>Trying…</source>
      <translation>Bezig met proberen…</translation>
    </message>
    <message>
      <source>What was tried</source>
      <translation>Wat geprobeerd werd</translation>
    </message>
  </context>
  <context>
    <name>ProofSession</name>
    <message>
      <source>Choose another folder, or free some space.</source>
      <translation>Kies een andere map, of maak plaats vrij.</translation>
    </message>
    <message>
      <source>Save the report</source>
      <translation>Verslag opslaan</translation>
    </message>
    <message>
      <source>The report could not be saved there.</source>
      <translation>Het verslag kon daar niet opgeslagen worden.</translation>
    </message>
    <message>
      <source>The report is saved.</source>
      <translation>Het verslag is opgeslagen.</translation>
    </message>
    <message>
      <source>The test could not be finished.</source>
      <translation>De test kon niet afgewerkt worden.</translation>
    </message>
  </context>
  <context>
    <name>QuestionBubble</name>
    <message>
      <source>Edit this question</source>
      <translation>Deze vraag bewerken</translation>
    </message>
  </context>
  <context>
    <name>QuestionEditor</name>
    <message>
      <source>Ask</source>
      <translation>Vragen</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Your question</source>
      <translation>Uw vraag</translation>
    </message>
  </context>
  <context>
    <name>QuestionField</name>
    <message>
      <source>Ask a question about your documents</source>
      <translation>Stel een vraag over uw documenten</translation>
    </message>
    <message>
      <source>Ask each of the {documents} the same, and show where they differ</source>
      <translation>Elk van de {documents} hetzelfde vragen en tonen waar ze verschillen</translation>
    </message>
    <message>
      <source>Ask each of them the same question</source>
      <translation>Elk ervan dezelfde vraag stellen</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergelijken</translation>
    </message>
    <message>
      <source>Go through every document and list all that is asked for, such as “invoices over 1,000 euros”. No model writes it.</source>
      <translation>Elk document doorlopen en alles opsommen waarnaar gevraagd wordt, zoals “facturen boven 1.000 euro”. Geen model schrijft het.</translation>
    </message>
    <message>
      <source>List all</source>
      <translation>Alles opsommen</translation>
    </message>
    <message>
      <source>Return sends, Shift+Return starts a new line</source>
      <translation>Enter verstuurt, Shift+Enter begint een nieuwe regel</translation>
    </message>
    <message>
      <source>Send (Return)</source>
      <translation>Versturen (Enter)</translation>
    </message>
    <message>
      <source>Stop answering (Esc)</source>
      <translation>Stoppen met antwoorden (Esc)</translation>
    </message>
    <message>
      <source>What should be listed?</source>
      <translation>Wat moet worden opgesomd?</translation>
    </message>
    <message>
      <source>Your question</source>
      <translation>Uw vraag</translation>
    </message>
  </context>
  <context>
    <name>Quotes</name>
    <message>
      <source>%n answer rests on them</source>
      <translation>%n antwoord steunt erop</translation>
    </message>
    <message>
      <source>%n answer shows passages of them</source>
      <translation>%n antwoord toont passages ervan</translation>
    </message>
    <message>
      <source>%n answers rest on them</source>
      <translation>%n antwoorden steunen erop</translation>
    </message>
    <message>
      <source>%n answers show passages of them</source>
      <translation>%n antwoorden tonen passages ervan</translation>
    </message>
    <message>
      <source>%n example quotes them</source>
      <translation>%n voorbeeld citeert ze</translation>
    </message>
    <message>
      <source>%n examples quote them</source>
      <translation>%n voorbeelden citeren ze</translation>
    </message>
  </context>
  <context>
    <name>ReadingDialog</name>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>How to read an answer</source>
      <translation>Hoe u een antwoord leest</translation>
    </message>
  </context>
  <context>
    <name>ReadingHint</name>
    <message>
      <source>Do not show this again</source>
      <translation>Niet meer tonen</translation>
    </message>
    <message>
      <source>Got it</source>
      <translation>Begrepen</translation>
    </message>
    <message>
      <source>How to read an answer</source>
      <translation>Hoe u een antwoord leest</translation>
    </message>
    <message>
      <source>You find this again in the menu.</source>
      <translation>U vindt dit terug in het menu.</translation>
    </message>
  </context>
  <context>
    <name>ReadingProgress</name>
    <message>
      <source>Reading the best of them: {share} %</source>
      <translation>De beste worden gelezen: {share} %</translation>
    </message>
    <message>
      <source>Reading the best of them…</source>
      <translation>De beste worden gelezen…</translation>
    </message>
  </context>
  <context>
    <name>ReadingTimes</name>
    <message>
      <source>Pause reading while little memory is free</source>
      <translation>Lezen pauzeren als er weinig geheugen vrij is</translation>
    </message>
    <message>
      <source>Pause reading while the computer runs on its battery</source>
      <translation>Lezen pauzeren als de computer op batterij werkt</translation>
    </message>
    <message>
      <source>Reading goes on by itself when the reason is gone. Asking always works.</source>
      <translation>Het lezen gaat vanzelf verder als de reden weg is. Vragen stellen kan altijd.</translation>
    </message>
    <message>
      <source>Reading keeps the processor busy and empties a battery quickly</source>
      <translation>Lezen houdt de processor bezig en maakt een batterij snel leeg</translation>
    </message>
    <message>
      <source>So that other programs stay quick</source>
      <translation>Zodat andere programma’s vlot blijven</translation>
    </message>
  </context>
  <context>
    <name>ReceiptDialog</name>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Forgotten</source>
      <translation>Vergeten</translation>
    </message>
    <message>
      <source>Forgotten, but not clean yet</source>
      <translation>Vergeten, maar nog niet schoon</translation>
    </message>
    <message>
      <source>Name the documents in the receipt</source>
      <translation>Documenten in het attest noemen</translation>
    </message>
    <message>
      <source>Save receipt…</source>
      <translation>Attest opslaan…</translation>
    </message>
    <message>
      <source>The files are clean since {time}.</source>
      <translation>De bestanden zijn schoon sinds {time}.</translation>
    </message>
    <message>
      <source>{documents}, {pages}, out of every answer since {time}.</source>
      <translation>{documents}, {pages}, uit elk antwoord sinds {time}.</translation>
    </message>
  </context>
  <context>
    <name>RemovalDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Delete these answers and examples too</source>
      <translation>Ook deze antwoorden en voorbeelden verwijderen</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Verwijderen</translation>
    </message>
    <message>
      <source>Remove {documents} from the library?</source>
      <translation>{documents} uit de bibliotheek verwijderen?</translation>
    </message>
    <message>
      <source>Strongroom forgets what it read from them, for good. The files stay where they are.</source>
      <translation>Strongroom vergeet voorgoed wat het ervan gelezen heeft. De bestanden blijven waar ze zijn.</translation>
    </message>
    <message>
      <source>What quotes them is kept unless you say otherwise: {what}.</source>
      <translation>Wat ze citeert, blijft bewaard tenzij u anders beslist: {what}.</translation>
    </message>
  </context>
  <context>
    <name>RenameDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Name of the conversation</source>
      <translation>Naam van het gesprek</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Hernoemen</translation>
    </message>
    <message>
      <source>Rename the conversation</source>
      <translation>Gesprek hernoemen</translation>
    </message>
  </context>
  <context>
    <name>Resting</name>
    <message>
      <source>Paused while on battery</source>
      <translation>Gepauzeerd op batterij</translation>
    </message>
    <message>
      <source>Paused: little memory is free</source>
      <translation>Gepauzeerd: weinig geheugen vrij</translation>
    </message>
  </context>
  <context>
    <name>Revising</name>
    <message>
      <source>The answer will be replaced.</source>
      <translation>Het antwoord wordt vervangen.</translation>
    </message>
    <message>
      <source>This answer and %1 below it will be replaced.</source>
      <translation>Dit antwoord en %1 eronder worden vervangen.</translation>
    </message>
  </context>
  <context>
    <name>RevisingSession</name>
    <message>
      <source>An answer is being written. Stop it first, or wait for it.</source>
      <translation>Er wordt een antwoord geschreven. Stop het eerst, of wacht erop.</translation>
    </message>
    <message>
      <source>Stopped before there was an answer.</source>
      <translation>Gestopt voor er een antwoord was.</translation>
    </message>
    <message>
      <source>The conversation is as it was.</source>
      <translation>Het gesprek is zoals het was.</translation>
    </message>
  </context>
  <context>
    <name>SavingDialog</name>
    <message>
      <source>All pages</source>
      <translation>Alle pagina’s</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Annuleren</translation>
    </message>
    <message>
      <source>Choose a place…</source>
      <translation>Plaats kiezen…</translation>
    </message>
    <message>
      <source>One page, as 7, or several, as 3-9</source>
      <translation>Eén pagina, zoals 7, of meer, zoals 3-9</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Pagina’s</translation>
    </message>
    <message>
      <source>Pages to save</source>
      <translation>Pagina’s om op te slaan</translation>
    </message>
    <message>
      <source>Save pages to print or send</source>
      <translation>Pagina’s opslaan om af te drukken of te versturen</translation>
    </message>
    <message>
      <source>Strongroom does not speak to printers: a printing system passes pages on to programs that have a network. It saves pictures of the pages as a PDF where you say; print that with your PDF program. It holds what you see, and nothing hidden.</source>
      <translation>Strongroom spreekt niet met printers: een afdruksysteem geeft pagina’s door aan programma’s die een netwerk hebben. Het slaat beelden van de pagina’s op als PDF waar u wilt; druk die af met uw PDF-programma. Hij bevat wat u ziet, en niets verborgen.</translation>
    </message>
    <message>
      <source>This page</source>
      <translation>Deze pagina</translation>
    </message>
    <message>
      <source>Write one page, as 7, or several, as 3-9. There are {pages}.</source>
      <translation>Schrijf één pagina, zoals 7, of meer, zoals 3-9. Er zijn er {pages}.</translation>
    </message>
  </context>
  <context>
    <name>SavingSession</name>
    <message>
      <source>Save pages as PDF</source>
      <translation>Pagina’s opslaan als PDF</translation>
    </message>
    <message>
      <source>Saving pages…</source>
      <translation>Pagina’s worden opgeslagen…</translation>
    </message>
    <message>
      <source>Saving pages… {done} of {pages}</source>
      <translation>Pagina’s worden opgeslagen… {done} van {pages}</translation>
    </message>
    <message>
      <source>Stopped. Nothing was saved.</source>
      <translation>Gestopt. Er is niets opgeslagen.</translation>
    </message>
    <message>
      <source>{name} - pages {pages}</source>
      <translation>{name} - pagina’s {pages}</translation>
    </message>
    <message>
      <source>{pages} saved in “{name}”. Print it with your PDF program.</source>
      <translation>{pages} opgeslagen in “{name}”. Druk ze af met uw PDF-programma.</translation>
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source>Answers</source>
      <translation>Antwoorden</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>Bibliotheek</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modellen</translation>
    </message>
    <message>
      <source>Privacy</source>
      <translation>Privacy</translation>
    </message>
    <message>
      <source>Sections</source>
      <translation>Onderdelen</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Instellingen</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>Venster</translation>
    </message>
  </context>
  <context>
    <name>SettingsSession</name>
    <message>
      <source>Checking and copying the model…</source>
      <translation>Model controleren en kopiëren…</translation>
    </message>
    <message>
      <source>Each search model finds passages in its own way. Until it has prepared them, questions find them by word only. It can wait: what is left is done when Strongroom starts again or documents are added.</source>
      <translation>Elk zoekmodel vindt passages op zijn eigen manier. Tot het ze voorbereid heeft, vinden vragen ze alleen op woord. Het kan wachten: wat overblijft, gebeurt wanneer Strongroom opnieuw start of er documenten bijkomen.</translation>
    </message>
    <message>
      <source>Import a search model</source>
      <translation>Zoekmodel importeren</translation>
    </message>
    <message>
      <source>Import an answer model</source>
      <translation>Antwoordmodel importeren</translation>
    </message>
    <message>
      <source>Loading {name}…</source>
      <translation>{name} wordt geladen…</translation>
    </message>
    <message>
      <source>Models (*.gguf)</source>
      <translation>Modellen (*.gguf)</translation>
    </message>
    <message>
      <source>On this computer that takes about {time}.</source>
      <translation>Op deze computer duurt dat ongeveer {time}.</translation>
    </message>
    <message>
      <source>Prepare {passages} for this search model?</source>
      <translation>{passages} voorbereiden voor dit zoekmodel?</translation>
    </message>
    <message>
      <source>This can take a few minutes.</source>
      <translation>Dit kan enkele minuten duren.</translation>
    </message>
    <message>
      <source>Use it, prepare later</source>
      <translation>Gebruiken, later voorbereiden</translation>
    </message>
    <message>
      <source>Use it, prepare now</source>
      <translation>Gebruiken, nu voorbereiden</translation>
    </message>
  </context>
  <context>
    <name>Sources</name>
    <message>
      <source>%n more source</source>
      <translation>nog %n bron</translation>
    </message>
    <message>
      <source>%n more sources</source>
      <translation>nog %n bronnen</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Bronnen</translation>
    </message>
  </context>
  <context>
    <name>StartingSession</name>
    <message>
      <source>An answer takes about {time} on this computer.</source>
      <translation>Een antwoord duurt ongeveer {time} op deze computer.</translation>
    </message>
    <message>
      <source>Ask your own question below.</source>
      <translation>Stel hieronder uw eigen vraag.</translation>
    </message>
    <message>
      <source>Try one of these, or ask your own question below.</source>
      <translation>Probeer een van deze, of stel hieronder uw eigen vraag.</translation>
    </message>
  </context>
  <context>
    <name>Status</name>
    <message>
      <source>%1 · loading…</source>
      <translation>%1 · wordt geladen…</translation>
    </message>
    <message>
      <source>%1 · preparing search…</source>
      <translation>%1 · zoeken wordt voorbereid…</translation>
    </message>
    <message>
      <source>%1 · ready</source>
      <translation>%1 · klaar</translation>
    </message>
    <message>
      <source>Looking at the locks…</source>
      <translation>Sloten worden bekeken…</translation>
    </message>
    <message>
      <source>No answer model · search only</source>
      <translation>Geen antwoordmodel · alleen zoeken</translation>
    </message>
    <message>
      <source>No engine, so its lock is not known</source>
      <translation>Geen motor, dus zijn slot is niet bekend</translation>
    </message>
    <message>
      <source>No network: guarded by Strongroom, not by the system</source>
      <translation>Geen netwerk: bewaakt door Strongroom, niet door het systeem</translation>
    </message>
    <message>
      <source>No network: locked by the system</source>
      <translation>Geen netwerk: vergrendeld door het systeem</translation>
    </message>
    <message>
      <source>No network: locked by the system, and tested</source>
      <translation>Geen netwerk: vergrendeld door het systeem, en getest</translation>
    </message>
    <message>
      <source>No network: locked, but not proven on this system</source>
      <translation>Geen netwerk: vergrendeld, maar niet bewezen op dit systeem</translation>
    </message>
    <message>
      <source>No network: the test could not be finished</source>
      <translation>Geen netwerk: de test kon niet afgewerkt worden</translation>
    </message>
    <message>
      <source>Not locked</source>
      <translation>Niet vergrendeld</translation>
    </message>
    <message>
      <source>Not locked: the test got through</source>
      <translation>Niet vergrendeld: de test kwam erdoor</translation>
    </message>
    <message>
      <source>Something inside Strongroom tried to reach a network, and was refused.</source>
      <translation>Iets in Strongroom probeerde een netwerk te bereiken en werd geweigerd.</translation>
    </message>
    <message>
      <source>Strongroom refuses networks to itself; the system does not.</source>
      <translation>Strongroom weigert zichzelf netwerken; het systeem doet dat niet.</translation>
    </message>
    <message>
      <source>The engine has not said yet how it is locked.</source>
      <translation>De motor heeft nog niet gezegd hoe hij vergrendeld is.</translation>
    </message>
    <message>
      <source>The last test could not be finished, so nothing is proven.</source>
      <translation>De laatste test kon niet afgewerkt worden, dus is niets bewezen.</translation>
    </message>
    <message>
      <source>The lock is set, but it was never tested on this kind of system.</source>
      <translation>Het slot is geplaatst, maar werd nooit getest op dit soort systeem.</translation>
    </message>
    <message>
      <source>The operating system refuses every network to window and engine.</source>
      <translation>Het besturingssysteem weigert elk netwerk aan venster en motor.</translation>
    </message>
    <message>
      <source>The test found a way that was not refused.</source>
      <translation>De test vond een weg die niet geweigerd werd.</translation>
    </message>
    <message>
      <source>Without the engine it cannot be said whether all is locked.</source>
      <translation>Zonder de motor valt niet te zeggen of alles vergrendeld is.</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>Choose or import models</source>
      <translation>Modellen kiezen of importeren</translation>
    </message>
    <message>
      <source>Looking at the locks…</source>
      <translation>Sloten worden bekeken…</translation>
    </message>
    <message>
      <source>Starting again…</source>
      <translation>Opnieuw starten…</translation>
    </message>
    <message>
      <source>Starting…</source>
      <translation>Starten…</translation>
    </message>
    <message>
      <source>The engine did not start</source>
      <translation>De motor is niet gestart</translation>
    </message>
  </context>
  <context>
    <name>Suggestions</name>
    <message>
      <source>Ask this question</source>
      <translation>Deze vraag stellen</translation>
    </message>
    <message>
      <source>What would you like to know?</source>
      <translation>Wat wilt u weten?</translation>
    </message>
  </context>
  <context>
    <name>Summary</name>
    <message>
      <source>Asking document %1 of %2: %3</source>
      <translation>Document %1 van %2 wordt bevraagd: %3</translation>
    </message>
    <message>
      <source>Looked at all of %1 (%2).</source>
      <translation>Alles van %1 bekeken (%2).</translation>
    </message>
    <message>
      <source>Looked at pages %2 of %3 of %1.</source>
      <translation>Pagina’s %2 van %3 van %1 bekeken.</translation>
    </message>
    <message>
      <source>Looked at passages on pages %2 of %3 of %1.</source>
      <translation>Passages bekeken op pagina’s %2 van %3 van %1.</translation>
    </message>
    <message>
      <source>Reading and checking piece %1 of %2</source>
      <translation>Deel %1 van %2 wordt gelezen en gecontroleerd</translation>
    </message>
    <message>
      <source>Reading, then writing and checking each sentence…</source>
      <translation>Lezen, dan elke zin schrijven en controleren…</translation>
    </message>
    <message>
      <source>Writing the summary from what the pieces say…</source>
      <translation>Samenvatting wordt geschreven uit wat de delen zeggen…</translation>
    </message>
  </context>
  <context>
    <name>SummaryView</name>
    <message>
      <source>Choosing what to read…</source>
      <translation>Kiezen wat er gelezen wordt…</translation>
    </message>
    <message>
      <source>No summary</source>
      <translation>Geen samenvatting</translation>
    </message>
    <message>
      <source>Read every page</source>
      <translation>Elke pagina lezen</translation>
    </message>
    <message>
      <source>Stopped: this is a summary of the first {done} of {total} pieces.</source>
      <translation>Gestopt: dit is een samenvatting van de eerste {done} van {total} delen.</translation>
    </message>
    <message>
      <source>Summarise again from every page; this takes longer, and can be stopped</source>
      <translation>Opnieuw samenvatten uit elke pagina; dat duurt langer en kan gestopt worden</translation>
    </message>
    <message>
      <source>The pages support no sentence that the model wrote.</source>
      <translation>De pagina’s onderbouwen geen enkele zin die het model schreef.</translation>
    </message>
  </context>
  <context>
    <name>TextView</name>
    <message>
      <source>Copy this text</source>
      <translation>Deze tekst kopiëren</translation>
    </message>
    <message>
      <source>Summarise this text</source>
      <translation>Deze tekst samenvatten</translation>
    </message>
    <message>
      <source>Text of a document</source>
      <translation>Tekst van een document</translation>
    </message>
  </context>
  <context>
    <name>ThoughtsFold</name>
    <message>
      <source>How the model thought</source>
      <translation>Hoe het model nadacht</translation>
    </message>
    <message>
      <source>Not part of the answer, and not checked against your documents</source>
      <translation>Hoort niet bij het antwoord en is niet met uw documenten vergeleken</translation>
    </message>
  </context>
  <context>
    <name>Thumbnails</name>
    <message>
      <source>Small pictures of the pages</source>
      <translation>Miniaturen van de pagina’s</translation>
    </message>
  </context>
  <context>
    <name>TurnView</name>
    <message>
      <source>Ask again</source>
      <translation>Opnieuw vragen</translation>
    </message>
    <message>
      <source>Found {passages} in {time}</source>
      <translation>{passages} gevonden in {time}</translation>
    </message>
    <message>
      <source>Going through the documents: {done} of {total}</source>
      <translation>Documenten doorlopen: {done} van {total}</translation>
    </message>
    <message>
      <source>Loading the answer model…</source>
      <translation>Antwoordmodel wordt geladen…</translation>
    </message>
    <message>
      <source>Searching…</source>
      <translation>Zoeken…</translation>
    </message>
    <message>
      <source>Stopped before a sentence was found that your documents support.</source>
      <translation>Gestopt voor er een zin gevonden was die uw documenten onderbouwen.</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>Gestopt.</translation>
    </message>
    <message>
      <source>Understood as: {question}</source>
      <translation>Begrepen als: {question}</translation>
    </message>
    <message>
      <source>Writing and checking each sentence…</source>
      <translation>Elke zin wordt geschreven en gecontroleerd…</translation>
    </message>
  </context>
  <context>
    <name>UnlockedBanner</name>
    <message>
      <source>Details</source>
      <translation>Details</translation>
    </message>
  </context>
  <context>
    <name>UnseenFold</name>
    <message>
      <source>Not looked at: %1</source>
      <translation>Niet bekeken: %1</translation>
    </message>
    <message>
      <source>What this answer could not look at</source>
      <translation>Wat dit antwoord niet kon bekijken</translation>
    </message>
  </context>
  <context>
    <name>UnsupportedFold</name>
    <message>
      <source>%n unsupported sentence</source>
      <translation>%n zin zonder onderbouwing</translation>
    </message>
    <message>
      <source>%n unsupported sentences</source>
      <translation>%n zinnen zonder onderbouwing</translation>
    </message>
    <message>
      <source>Not supported by your documents</source>
      <translation>Niet onderbouwd door uw documenten</translation>
    </message>
    <message>
      <source>The model wrote this, but no passage of your documents supports it</source>
      <translation>Het model schreef dit, maar geen passage in uw documenten onderbouwt het</translation>
    </message>
  </context>
  <context>
    <name>UpkeepSession</name>
    <message>
      <source>Everything is in order</source>
      <translation>Alles is in orde</translation>
    </message>
    <message>
      <source>The search index was made anew: {passages}.</source>
      <translation>De zoekindex is opnieuw gemaakt: {passages}.</translation>
    </message>
    <message>
      <source>What the check found</source>
      <translation>Wat de controle vond</translation>
    </message>
  </context>
  <context>
    <name>VaultsDialog</name>
    <message>
      <source>A folder that holds a library is opened; in another one a new library is made.</source>
      <translation>Een map met een bibliotheek wordt geopend; in een andere wordt een nieuwe bibliotheek gemaakt.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Sluiten</translation>
    </message>
    <message>
      <source>Each library has documents and conversations of its own. What goes on in the one that is open is ended in good order.</source>
      <translation>Elke bibliotheek heeft eigen documenten en gesprekken. Wat in de geopende bezig is, wordt netjes beëindigd.</translation>
    </message>
    <message>
      <source>Libraries</source>
      <translation>Bibliotheken</translation>
    </message>
    <message>
      <source>Open now</source>
      <translation>Nu open</translation>
    </message>
    <message>
      <source>Open or make another…</source>
      <translation>Andere openen of maken…</translation>
    </message>
    <message>
      <source>Open this library</source>
      <translation>Deze bibliotheek openen</translation>
    </message>
    <message>
      <source>Take it off this list; nothing is deleted</source>
      <translation>Van deze lijst halen; er wordt niets verwijderd</translation>
    </message>
    <message>
      <source>Usual library</source>
      <translation>Gewone bibliotheek</translation>
    </message>
  </context>
  <context>
    <name>VaultsSession</name>
    <message>
      <source>Make a new library here?</source>
      <translation>Hier een nieuwe bibliotheek maken?</translation>
    </message>
    <message>
      <source>Make library</source>
      <translation>Bibliotheek maken</translation>
    </message>
    <message>
      <source>Open or make a library</source>
      <translation>Bibliotheek openen of maken</translation>
    </message>
  </context>
  <context>
    <name>Waiver</name>
    <message>
      <source>This could not be saved. Is the disk full?</source>
      <translation>Dit kon niet opgeslagen worden. Is de schijf vol?</translation>
    </message>
    <message>
      <source>This is remembered. Start Strongroom again to use it.</source>
      <translation>Dit is onthouden. Start Strongroom opnieuw om het te gebruiken.</translation>
    </message>
  </context>
  <context>
    <name>Welcome</name>
    <message>
      <source>Add folder…</source>
      <translation>Map…</translation>
    </message>
    <message>
      <source>An answer takes about {time} on this computer.</source>
      <translation>Een antwoord duurt ongeveer {time} op deze computer.</translation>
    </message>
    <message>
      <source>Ask your own documents</source>
      <translation>Bevraag uw eigen documenten</translation>
    </message>
    <message>
      <source>Choose a model…</source>
      <translation>Model kiezen…</translation>
    </message>
    <message>
      <source>Drop a folder of documents here</source>
      <translation>Sleep hier een map naartoe</translation>
    </message>
    <message>
      <source>Every sentence of an answer leads to the lines it rests on.
Nothing leaves this computer.</source>
      <translation>Elke zin van een antwoord leidt naar de regels waarop hij steunt.
Niets verlaat deze computer.</translation>
    </message>
    <message>
      <source>Getting ready…</source>
      <translation>Voorbereiden…</translation>
    </message>
    <message>
      <source>Loading the answer model…</source>
      <translation>Antwoordmodel wordt geladen…</translation>
    </message>
    <message>
      <source>PDF, Word, mail and text files</source>
      <translation>Pdf, Word, mail en tekst</translation>
    </message>
    <message>
      <source>Reading your documents</source>
      <translation>Uw documenten worden gelezen</translation>
    </message>
    <message>
      <source>Reading your documents…</source>
      <translation>Uw documenten worden gelezen…</translation>
    </message>
    <message>
      <source>Ready to answer.</source>
      <translation>Klaar om te antwoorden.</translation>
    </message>
    <message>
      <source>There is no answer model yet. Drop its file here (its name ends in .gguf), or the stick it is on. Until then you can search.</source>
      <translation>Er is nog geen antwoordmodel. Sleep het bestand hierheen (de naam eindigt op .gguf), of de stick waarop het staat. Tot dan kunt u zoeken.</translation>
    </message>
    <message>
      <source>Try it with the sample documents</source>
      <translation>Probeer met voorbeelden</translation>
    </message>
    <message>
      <source>You can ask as soon as the first one is read.</source>
      <translation>U kunt vragen stellen zodra het eerste gelezen is.</translation>
    </message>
  </context>
  <context>
    <name>WindowPage</name>
    <message>
      <source>Also with Ctrl and + or −.</source>
      <translation>Ook met Ctrl en + of −.</translation>
    </message>
    <message>
      <source>Changes at once. What is going on goes on.</source>
      <translation>Verandert meteen. Wat bezig is, gaat door.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Kleuren</translation>
    </message>
    <message>
      <source>Colours of the window: {name}</source>
      <translation>Kleuren van het venster: {name}</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Donker</translation>
    </message>
    <message>
      <source>Language of the window</source>
      <translation>Taal van het venster</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Licht</translation>
    </message>
    <message>
      <source>Like the system</source>
      <translation>Zoals het systeem</translation>
    </message>
    <message>
      <source>Size of text</source>
      <translation>Tekstgrootte</translation>
    </message>
  </context>
  <context>
    <name>WindowSession</name>
    <message>
      <source>Answer ready</source>
      <translation>Antwoord klaar</translation>
    </message>
    <message>
      <source>Ask as always; conversations end with the window. To change the library, copy its folder to a disk that can be written.</source>
      <translation>Stel uw vragen zoals altijd; gesprekken eindigen met het venster. Kopieer de map naar een schijf waarop geschreven kan worden om de bibliotheek te wijzigen.</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Verwijderen</translation>
    </message>
    <message>
      <source>Delete this conversation?</source>
      <translation>Dit gesprek verwijderen?</translation>
    </message>
    <message>
      <source>Its questions and answers are forgotten for good.</source>
      <translation>De vragen en antwoorden ervan worden voorgoed vergeten.</translation>
    </message>
    <message>
      <source>Library</source>
      <translation>Bibliotheek</translation>
    </message>
    <message>
      <source>Not in your documents</source>
      <translation>Niet in uw documenten</translation>
    </message>
    <message>
      <source>This library can only be read.</source>
      <translation>Deze bibliotheek kan alleen gelezen worden.</translation>
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
      <translation>%1 bestanden</translation>
    </message>
    <message>
      <source>%1 found again</source>
      <translation>%1 teruggevonden</translation>
    </message>
    <message>
      <source>%1 found again, %2 not</source>
      <translation>%1 teruggevonden, %2 niet</translation>
    </message>
    <message>
      <source>%1 hours</source>
      <translation>%1 uur</translation>
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
      <translation>%1 van %2 konden niet gelezen worden</translation>
    </message>
    <message>
      <source>%1 pages/s</source>
      <translation>%1 pagina’s/s</translation>
    </message>
    <message>
      <source>%1 s</source>
      <translation>%1 s</translation>
    </message>
    <message>
      <source>%1 still being read</source>
      <translation>%1 worden nog gelezen</translation>
    </message>
    <message>
      <source>%1 without readable text</source>
      <translation>%1 zonder leesbare tekst</translation>
    </message>
    <message>
      <source>%n attempt refused</source>
      <translation>%n poging geweigerd</translation>
    </message>
    <message>
      <source>%n attempts refused</source>
      <translation>%n pogingen geweigerd</translation>
    </message>
    <message>
      <source>%n document</source>
      <translation>%n document</translation>
    </message>
    <message>
      <source>%n documents</source>
      <translation>%n documenten</translation>
    </message>
    <message>
      <source>%n file changed, reading…</source>
      <translation>%n bestand gewijzigd, wordt gelezen…</translation>
    </message>
    <message>
      <source>%n files changed, reading…</source>
      <translation>%n bestanden gewijzigd, worden gelezen…</translation>
    </message>
    <message>
      <source>%n item</source>
      <translation>%n item</translation>
    </message>
    <message>
      <source>%n items</source>
      <translation>%n items</translation>
    </message>
    <message>
      <source>%n line marked</source>
      <translation>%n regel gemarkeerd</translation>
    </message>
    <message>
      <source>%n lines marked</source>
      <translation>%n regels gemarkeerd</translation>
    </message>
    <message>
      <source>%n minute</source>
      <translation>%n minuut</translation>
    </message>
    <message>
      <source>%n minutes</source>
      <translation>%n minuten</translation>
    </message>
    <message>
      <source>%n page</source>
      <translation>%n pagina</translation>
    </message>
    <message>
      <source>%n pages</source>
      <translation>%n pagina’s</translation>
    </message>
    <message>
      <source>%n part</source>
      <translation>%n deel</translation>
    </message>
    <message>
      <source>%n parts</source>
      <translation>%n delen</translation>
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
      <translation>%n plaats</translation>
    </message>
    <message>
      <source>%n places</source>
      <translation>%n plaatsen</translation>
    </message>
    <message>
      <source>%n question</source>
      <translation>%n vraag</translation>
    </message>
    <message>
      <source>%n questions</source>
      <translation>%n vragen</translation>
    </message>
    <message>
      <source>%n second</source>
      <translation>%n seconde</translation>
    </message>
    <message>
      <source>%n seconds</source>
      <translation>%n seconden</translation>
    </message>
    <message>
      <source>0 attempts</source>
      <translation>0 pogingen</translation>
    </message>
    <message>
      <source>1 file</source>
      <translation>1 bestand</translation>
    </message>
    <message>
      <source>Asking %1</source>
      <translation>In %1</translation>
    </message>
    <message>
      <source>Asking %1 of %2</source>
      <translation>%1 van %2</translation>
    </message>
    <message>
      <source>Asking all %1</source>
      <translation>Alle %1</translation>
    </message>
    <message>
      <source>Away</source>
      <translation>Weg</translation>
    </message>
    <message>
      <source>Checking the library</source>
      <translation>Bibliotheek wordt gecontroleerd</translation>
    </message>
    <message>
      <source>Documents (%1)</source>
      <translation>Documenten (%1)</translation>
    </message>
    <message>
      <source>Exporting the library</source>
      <translation>Bibliotheek wordt geëxporteerd</translation>
    </message>
    <message>
      <source>File is gone</source>
      <translation>Bestand is weg</translation>
    </message>
    <message>
      <source>Give its password to read it.</source>
      <translation>Geef het wachtwoord om het te lezen.</translation>
    </message>
    <message>
      <source>Importing the library</source>
      <translation>Bibliotheek wordt geïmporteerd</translation>
    </message>
    <message>
      <source>Its folder is not there now. What was read can still be asked. If the folder lies elsewhere, say so: right-click it.</source>
      <translation>De map is er nu niet. Wat gelezen is, kan nog bevraagd worden. Staat de map elders, zeg het dan: klik er met rechts op.</translation>
    </message>
    <message>
      <source>Its words can be searched. Searching it by meaning is being prepared.</source>
      <translation>De woorden kunnen gezocht worden. Zoeken op betekenis wordt voorbereid.</translation>
    </message>
    <message>
      <source>Kept without its file</source>
      <translation>Bewaard zonder bestand</translation>
    </message>
    <message>
      <source>Looking for documents</source>
      <translation>Documenten zoeken</translation>
    </message>
    <message>
      <source>Mail</source>
      <translation>Mail</translation>
    </message>
    <message>
      <source>Making the search index</source>
      <translation>Zoekindex wordt gemaakt</translation>
    </message>
    <message>
      <source>No document is ticked</source>
      <translation>Geen document is aangevinkt</translation>
    </message>
    <message>
      <source>No documents yet</source>
      <translation>Nog geen documenten</translation>
    </message>
    <message>
      <source>Not looked at: %1.</source>
      <translation>Niet bekeken: %1.</translation>
    </message>
    <message>
      <source>Not read yet.</source>
      <translation>Nog niet gelezen.</translation>
    </message>
    <message>
      <source>Nothing of it could be read.</source>
      <translation>Niets ervan kon gelezen worden.</translation>
    </message>
    <message>
      <source>Only the ticked documents were searched: %1 of %2.</source>
      <translation>Alleen de aangevinkte documenten zijn doorzocht: %1 van %2.</translation>
    </message>
    <message>
      <source>PDF</source>
      <translation>PDF</translation>
    </message>
    <message>
      <source>Reading documents</source>
      <translation>Documenten worden gelezen</translation>
    </message>
    <message>
      <source>Searchable by word and by meaning.</source>
      <translation>Op woord en op betekenis doorzoekbaar.</translation>
    </message>
    <message>
      <source>Strongroom reads PDF, Word (.docx), mail (.eml) and text files (.txt, .md, .log, .csv), also in the folders inside a folder.</source>
      <translation>Strongroom leest pdf-, Word- (.docx), mail- (.eml) en tekstbestanden (.txt, .md, .log, .csv), ook in de mappen binnen een map.</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Tekst</translation>
    </message>
    <message>
      <source>Understanding meaning</source>
      <translation>Betekenis wordt bepaald</translation>
    </message>
    <message>
      <source>Untitled</source>
      <translation>Zonder titel</translation>
    </message>
    <message>
      <source>Word file</source>
      <translation>Word-bestand</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>Bezig</translation>
    </message>
    <message>
      <source>a few seconds left</source>
      <translation>nog enkele seconden</translation>
    </message>
    <message>
      <source>about %1 h left</source>
      <translation>nog ongeveer %1 u</translation>
    </message>
    <message>
      <source>about %1 min left</source>
      <translation>nog ongeveer %1 min</translation>
    </message>
    <message>
      <source>about %1 s left</source>
      <translation>nog ongeveer %1 s</translation>
    </message>
    <message>
      <source>not kept</source>
      <translation>niet bewaard</translation>
    </message>
    <message>
      <source>page %1</source>
      <translation>pagina %1</translation>
    </message>
    <message>
      <source>part %1</source>
      <translation>deel %1</translation>
    </message>
    <message>
      <source>today at %1</source>
      <translation>vandaag om %1</translation>
    </message>
    <message>
      <source>under %1 s</source>
      <translation>minder dan %1 s</translation>
    </message>
    <message>
      <source>yesterday at %1</source>
      <translation>gisteren om %1</translation>
    </message>
  </context>
  <context>
    <name>_Pages</name>
    <message>
      <source>Page %1</source>
      <translation>Pagina %1</translation>
    </message>
    <message>
      <source>Page %1, with evidence</source>
      <translation>Pagina %1, met onderbouwing</translation>
    </message>
  </context>
</TS>
