<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_BE" sourcelanguage="en">
  <context>
    <name>AddingSession</name>
    <message>
      <source>Add a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on with {documents} that this library has not finished?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They are files of this computer that the library names. Read them into it only if the library is your own.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Answer</name>
    <message>
      <source>(supported only in part)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Best first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No passage of your documents supports this sentence.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None of these documents can be searched yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not in your documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing in the %1 that were searched (%2) answers this question.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passages for your question</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model wrote something, but nothing in the %1 that were searched (%2) supports it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no answer model yet, so nothing is written from them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What comes closest</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>stopped</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>AnswerText</name>
    <message>
      <source>Answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not supported</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>AnswersPage</name>
    <message>
      <source>About {count} seconds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Always Dutch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Always English</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Always French</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the question</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Balanced</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Before it writes, the model reads passages from your documents. How long may the first word take?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Faster</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Faster or more thorough</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From the next answer on. Quotes always stay in the language of the document.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language of answers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More thorough</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On this computer the model reads about {count} words in that time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Otherwise they are folded away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sentences without support</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show sentences that no passage supports, marked as such</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name}, {count} s</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>BringingSession</name>
    <message>
      <source>Checking and copying the model: {share} %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checking and copying the model…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy {count} models to this computer?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model was added: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This can take a few minutes for each.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your questions are answered by {model}. Settings show the others.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Bug</name>
    <message>
      <source>The window met an error.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Calculation</name>
    <message>
      <source>Computed by Strongroom from figures on these pages</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CarriedDialog</name>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its vectors were made with another search model. It is searched by word until new ones are made, which takes as long as indexing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make new vectors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of the key {key}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name the key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The files of {documents} did not come along: they are gone, or have changed. What was read of them is there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key is known by this name from now on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whose key is it?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{counted}, with the files of {copies}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CarryingSession</name>
    <message>
      <source>A library is imported only where there is none, so that nothing is written over. Open another library and import it there, or forget everything in this one first (in the settings, under Privacy).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All files (*)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another name: an exported library is never written over.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export the library as</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exported</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exported libraries</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import a library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is not signed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is not signed: nobody vouches for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign with the key in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signed by {key}, known as {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signed by {key}, seen here since {day}. It has no name yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signed by {key}. This key is new here, and was remembered. Compare it with what the sender tells you; then give it a name, to know it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signed with the key {key}. Those who import it can compare that.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The library is imported</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a file of that name already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a library here already</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ChatList</name>
    <message>
      <source>Conversations</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Comparison</name>
    <message>
      <source>Different %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One says yes, the other no</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only in one document</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The same in %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>amounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>dates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>durations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>figures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>names</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>page %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>shares</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>years</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ComparisonView</name>
    <message>
      <source>Asking each document…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No contradiction was found in the figures, dates, names and denials.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped: some documents were not asked.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Confirmation</name>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ConversationPanel</name>
    <message>
      <source>All conversations…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Conversations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete this conversation…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export this conversation…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New conversation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New conversation (Ctrl+N)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename this conversation…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Switch to another conversation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Untitled</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>DocumentColumn</name>
    <message>
      <source>Does not answer this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No answer that its pages support.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>DocumentsSession</name>
    <message>
      <source>Settings show how to bring one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Summary of selected lines: {place}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Summary of {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Summary of {name}, every page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This needs an answer model, and there is none.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>DropOverlay</name>
    <message>
      <source>Files stay where they are.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Drops</name>
    <message>
      <source>, and import the model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add %1 to the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import these models</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import this library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import this model</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Engine</name>
    <message>
      <source>%1 denies what %2 says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 is in the library already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 more to be looked at: check the library.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of them were still found, so this is not clean yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 removed chunks were still found by keyword.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 rows of the catalogue referred to nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 sources of documents were not known.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 vectors were damaged. The next indexing makes them again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A conversation needs a name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A damaged catalogue is kept here, with all that it held. Delete it when nothing is missed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A document that this answer was being taken from was removed meanwhile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A row of the catalogue refers to nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add PDF files.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add the file itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An example needs a question, a quote and an answer, of %1 characters in all at most.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another program holds this vault's file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Between 2 and %1 documents can be compared.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check its permissions.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check that it is connected and sound, then do it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check that its folder is there, and that Strongroom may write in it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the disk and the rights of the file, then import it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the library (“strongroom check”): a copy is kept as it is, and what can be is saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the library: the damaged ones are then made again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the path.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a .gguf file, or the folder of a sentence-transformers model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a .gguf file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a LoRA adapter in GGUF form.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a file in version 3, or one made for this kind of computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a smaller model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another place or name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another place, or make room.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose other pages or documents.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose others.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the GGUF file of a language model that follows instructions.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the file itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the folder of a sentence-transformers model with .safetensors weights.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the folder that they lie in now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close other programs, or use a smaller model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close that one, or choose another vault with --vault.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close that one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy or download it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy or download the file again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the folder with real files in place of the links.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete it, then set up or import the models again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete it; nothing else is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every byte of %1 files of the vault and the home folder (%2 MB; write-ahead log, free pages and vector index included, model files left out) was searched for %3 marks: pieces of the text from every page, in UTF-8 and UTF-16, names, paths, and vectors in 16 and 32 bits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files of this kind are not read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Free some space, then import it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give 0 or more, or “auto”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give its password to read it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import into another folder, or forget everything in this one first: a library is never written over.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import it with that one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import one with “strongroom models import FILE”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import the model again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Index it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Index it when it is complete.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It does in %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It has pages 1 to %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is kept untouched as %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is made anew; until then search is exact, and only slower.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is started again. Finished documents are kept; ask or add again what was in hand.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It may be damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its file is gone. What was read of it is kept until you decide.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its file is gone. What was read of it is kept, as you wished.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its name is not valid text, so it cannot be kept. Give it another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep it on a drive of this computer: “--vault DIR” chooses one. The documents themselves may stay where they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leave them out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Let Strongroom write there, or choose another folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Let Strongroom write there, or choose another vault.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at the file and the disk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make room on the disk, then open it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make room, then do it again: it goes on where it was.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mend or delete %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No document of the library has this name, path or number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No one key is meant by that.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No text was found on the page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No text: %1 of %2 pages are only pictures (a scan).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None of its documents is in %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None was found that other documents or kept conversations do not hold too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not added yet: the disk is full. Make room, then index again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not locked: this machine cannot keep Strongroom from networks.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not read: too many pages before it ended the reader.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not refused.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing can be kept in %1: %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing can be written here: the disk or the folder is read-only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of this document could be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing that was finished is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing that was looked for was missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was changed. Look at the folder %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was changed. Open the vault that you made, or make a new one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was imported. Have it exported, or copied, again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only %1 says %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only answer models have these options.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open it elsewhere to check it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open it once where it can be written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open it with that one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opening the document %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page %1 cannot be opened.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages after %1 are not read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put it back, or remove the document.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put the file back, then check again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading the document %1 as a whole.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading this page %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading this page needed too much memory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove its documents there first, or leave it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove one first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove the document, then add it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename the file or folder, then import it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search works without it, only slower. Make room on the disk of the vault.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set up Strongroom again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shorten it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Some of these could not be read: %1. Add your folders again to find documents that are missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something went wrong inside Strongroom.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Split it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start Strongroom again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strongroom does not write summaries in this language.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strongroom fetches nothing from a hub.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strongroom never runs code of a model. Choose another model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strongroom reaches no network.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take the .safetensors form of the model, without that file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text that cannot be seen on this page was left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That conversation no longer exists.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That document is no longer in the library.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The %1 differ: %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The PDF has no pages.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The adapter %1 does not fit the model %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The adapter “%1” does not fit “%2”: %3.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The catalogue of this vault cannot be opened.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The catalogue of this vault cannot be opened: it is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The catalogue of this vault is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The catalogue of this vault is no file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The catalogue of this vault was not made by Strongroom.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The catalogue was damaged, and no document could be saved from it. %1A new one was begun: add your documents again. %2 could be saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The catalogue was gone. A new one was begun: add your documents again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The chat template of this model does not work, or takes too long.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The damaged catalogue of this vault could not be saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk does not read or write as it should.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The document has no page %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The document has no such pages.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The document has no text.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The document holds more text than is read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The document is locked with a password.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The document is searchable by keyword only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The document needs too much memory to read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The document was not read yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The document was said to be searchable by keyword only, and is by meaning, too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The document was said to be searchable by meaning, and is by keyword only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The engine does not understand this request.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The engine stopped unexpectedly while it was working.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file cannot be opened.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file cannot be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file cannot be written: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file changed each time while it was being read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file changed since it was read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file changed while it was being read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file is damaged, or it is no PDF.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file is larger than 4 GB, the most that is read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file is no longer there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file is no longer there. Put it back, or remove the document.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file may not be opened.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file may not be opened. Check its permissions.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file of known keys cannot be understood.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file or folder is gone, or may not be opened.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The files of the vector index were damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder cannot be opened, so nothing in it was read. Check its permissions.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The index of words was damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The kernel does not let a program give up its privileges.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The kernel does not let a program lock itself (seccomp: %1).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The kernel took the lock, but does not refuse sockets.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The kernel took the lock, but says that it does not hold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key cannot be written: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The keyword index was not right for %1 chunks.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The library cannot be exported there: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The library cannot be imported: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The library has no folder %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The list of models “%1” is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The lock is not written for this kind of processor (%1).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model %1 cannot be loaded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model in %1 cannot be loaded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model needs %1 of disk space; %2 are free.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model “%1” is gone from its folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model “%1” needs about %2 of memory, and %3 are free: it was not loaded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The other documents are not affected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The page is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The page is only a picture: it has no text layer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The page is too large to be drawn, so it was not read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The question is empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The reader could not be locked up, so it opens nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The search index could not be written whole.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The search index could not be written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The settings file cannot be understood.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The vector index did not hold exactly the library's chunks.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The vectors of this vault are damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are %1 examples already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a file %1 already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a library in this vault already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a macOS sandbox, but it does not refuse the network.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is already another model called “%1”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no chat template called “%1”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no example of this number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no file at “%1”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no file or folder %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no model called “%1” that %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no model that %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no such number of layers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no text to summarise.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This conversation cannot be read: it is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file is not an exported library, or it is damaged or was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is no file, but a folder, a device or a pipe.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is no key to sign with.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not an ordinary file but a link, a pipe, a device or a folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This library was exported by a newer version of Strongroom.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This macOS does not offer its sandbox to programs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This page holds more text than is read: the rest was left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This passage contains text that gives orders to a language model. That text is kept from the model, and no answer rests on it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This receipt does not cover: the original files, which Strongroom never changes; backups, snapshots, synchronised folders and other copies of the vault; dossiers and other files that were exported; the memory of the running program, until it ends; swap and hibernation files; blocks that a disk has set aside, as SSDs do (wear levelling). Only the encryption of the whole disk protects those.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This vault could not be brought to this version of Strongroom.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This vault is in use by another Strongroom (%1).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This vault lies on a network drive (%1), where it could be damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This vault was made by a newer version of Strongroom.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This vault was made by an older version of Strongroom, and must be changed first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This vault was not closed before it was made read-only: its newest part is missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To use it all the same, start it once with --allow-unlocked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use another model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use it with the model that it was made for.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Verify it, or use another one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was read of the document is damaged, and its file is no longer there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was read of the document is damaged. It is read again by the next indexing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where its file lies cannot be reached now. What was read of it can be asked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Windows does not let the reader be limited.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Windows does not make a job object.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Windows does not say whether this process is in an AppContainer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Windows does not set the limits of a job object.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Windows does not take the reader into a job object.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write at least one letter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write what you want to know.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” adapts another model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” contains a link (“%2”), which could lead anywhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” contains “%2”, a kind of file that can hold a program.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” could not be copied: %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” has no tokenizer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” has version %2 of the GGUF format, which is not supported.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” holds more than %2 files.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” holds no sentence-transformers model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” holds no weights in the safetensors format.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” in “%2” is not a file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” is a link.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” is damaged: %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” is incomplete: %2 bytes are missing at its end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” is not a GGUF model file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” is not a file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” is not a kind of model that Strongroom uses.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” needs about %2 of memory; this computer has %3.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” of the model is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“%1” of this model asks to run a program that comes with it.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ErrorDialog</name>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copied</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Details of the error</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something unexpected went wrong</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your own files were not touched. You can go on working; if it happens again, copy the details and send them to whoever looks after Strongroom for you.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>EverythingDialog</name>
    <message>
      <source>All that was read, all vectors and all conversations are erased, for good. Your own files stay where they are; copies that came with an imported library go.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Forget everything</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Forget everything in this library?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To go on, type the name of its folder: {name}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>EvidencePanel</name>
    <message>
      <source>Evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Found for this question: {passages}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Here you see the passages an answer rests on, and the pages they stand on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the passages that were found</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>All that was read goes into one file, with its vectors: on another computer it can be searched at once. The file is not encrypted. Whoever has it can read what is in it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do not sign</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export a dossier</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>HTML</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It has every question and answer, the lines that were quoted, pictures of their pages, and the SHA-256 of each file, so that somebody else can check it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Markdown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not signed. A signature proves who made the file; “strongroom vault key FILE” makes a key for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One file for any browser; it loads nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One file to print, file or hand on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One file to work on further.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Otherwise their pages are shown only where the files are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PDF</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Plain text, with a folder of pictures.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign with a key file…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signed with the key in {file}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With conversations and examples</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With the documents themselves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Word</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FileChooser</name>
    <message>
      <source>A file of that name is there already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace this file?</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>Close the search (Esc)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next place (F3)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous place (Shift+F3)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search in this document</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{position} of {count}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FindingsDialog</name>
    <message>
      <source>And {count} more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mended:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To do:</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Fold</name>
    <message>
      <source>hidden</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>shown</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FollowingSession</name>
    <message>
      <source>Compare</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare this library with its folders?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Forget…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It can still be asked. Forget it if you deleted it on purpose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It names folders of this computer. Do so only if it is your own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They can still be asked. Forget them if you deleted them on purpose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{documents} are no longer in their folders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{documents} is no longer in its folder</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Footer</name>
    <message>
      <source>Ask again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the text alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy with its sources</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ForgettingSession</name>
    <message>
      <source>Save the receipt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The receipt is saved.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>HistoryPanel</name>
    <message>
      <source>Close the list of conversations (Esc)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete all…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep new conversations in this library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No conversation has all these words.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No conversations yet. Ask your first question below.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search conversations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search titles, questions and answers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When this is off, new conversations are gone when Strongroom is closed.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>HistorySession</name>
    <message>
      <source>A file of that name is there already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All files that it cites are still as they were read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All their questions and answers are forgotten for good.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Conversation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete all conversations?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export a dossier</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export again, and give the file another name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Making the dossier…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The dossier is written: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} of {questions}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{lost} of {sources} files are gone or have changed since. The dossier says which.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>HitCard</name>
    <message>
      <source>Show this passage on its page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>page {number}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>KeysDialog</name>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keys</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Leaving</name>
    <message>
      <source>Close now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep working</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strongroom is still working. Close it now?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is finished is kept, and the rest goes on at the next start.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Legend</name>
    <message>
      <source>Leads to the lines that a sentence rests on. Point at it to read them, click it to see them on their page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The lines support the sentence only in part.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These words are not in the lines. Look at the page before you rely on them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What no line supports is not part of an answer; it is kept under it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>dotted</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>LibraryPage</name>
    <message>
      <source>A check looks at everything that is kept and at the documents' files, and mends what it can. The search index is made anew from what is kept; nothing is read again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A whole library can be carried to another computer as one file. It opens there without anything being read again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both lists are put together; passages that say the same are shown once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By meaning: with the search model {name}, in any language.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By word: every form of its words, also in names of documents.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Carrying it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export library…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder of the vault</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How passages are found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import library…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking after it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make the search index anew</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Other libraries…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The answer model gets the best of them, about {count} tokens at most.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What happens between a question and its answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where it is kept</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>LibraryPanel</name>
    <message>
      <source>Add a folder of documents (Ctrl+Shift+O)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add documents (Ctrl+O)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add files…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask only these</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare these…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter documents by name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give password…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Menu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove from the library…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show all documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show only documents whose name contains this</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show pages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Summarise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Summarise, reading every page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tick all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where is this folder now?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{good} of {total} can be asked</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>LibraryTree</name>
    <message>
      <source>Documents of the library</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>Add files…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All conversations…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy selected text of a page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edit the last question</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export library…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export this conversation…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to the next pane</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to the question</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How to read an answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import library…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Larger text or page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Libraries…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Network proof…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New conversation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New line in the question</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename this conversation…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Return</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send the question</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shift+Return</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show or hide the evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show or hide the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smaller text or page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Space</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop answering</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tick or untick documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Up, in an empty field</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MarkStrip</name>
    <message>
      <source>Places of the evidence in the document</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where evidence and words you search for stand</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ModelDetails</name>
    <message>
      <source>Adapter (LoRA)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As many layers as have room</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As usual</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chat template</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Graphics card</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How a conversation is laid out for the model. A wrong one makes its answers worse.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None there. One is imported like an answer model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not used</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The one in the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This build has no GPU support: the model runs on the processor.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} layers</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ModelRow</name>
    <message>
      <source>Details</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In use</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use {name}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Models</name>
    <message>
      <source>%1 on disk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>About %1 words a second</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Adapts an answer model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Does not fit into the memory that is free now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finds passages by meaning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Would take nearly all of the memory that is free now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writes answers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>about %1 of memory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>chat template: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>licence unknown</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ModelsPage</name>
    <message>
      <source>Import answer model or adapter (.gguf)…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import search model (folder)…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking for models…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No models yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The answer model writes answers. The search model finds passages by meaning. Both run on this computer.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MovingSession</name>
    <message>
      <source>Documents (*.pdf)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its documents are looked for as soon as the work below is done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where is this document now?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where is this folder now?</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>NotStartedDialog</name>
    <message>
      <source>Allow it without the lock</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The lock cannot be set</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without the lock the operating system does not keep Strongroom from networks: only Strongroom itself does. It says so in red for as long as it runs like that.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Notice</name>
    <message>
      <source>Close this message</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PageDesk</name>
    <message>
      <source>Drawing the page…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages of a document</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PagePane</name>
    <message>
      <source>Close this message</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy the quote with its source</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Evidence {position} of {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fit the whole page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fit the width</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fit, rotate, print or save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make the page larger (Ctrl++)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make the page smaller (Ctrl+-)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next evidence (Alt+Down)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next place that was searched for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page {page} of {pages}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous evidence (Alt+Up)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous place that was searched for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Print or save pages…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rotate to the left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rotate to the right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search in this document (Ctrl+F)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show or hide small pictures of the pages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Small pictures of the pages (F4)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop saving pages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type a page number and press Return</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>of {pages}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} found</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PageSession</name>
    <message>
      <source>This page could not be drawn.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PageView</name>
    <message>
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select the whole page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Summarise these lines</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Partly</name>
    <message>
      <source>Not in the cited lines: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The cited lines have its words, but do not say all of it for sure.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The cited lines put it in other words. Compare them with it.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PartlyFold</name>
    <message>
      <source>%1 sentences supported only in part</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 sentence supported only in part</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dotted words are not in the lines that the number leads to. Look at the page before you rely on them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the cited lines do not say</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PasswordDialog</name>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Password needed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Password of the document</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read document</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The password is used to read this document now, and is not stored.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PrivacyPage</name>
    <message>
      <source>Forget everything…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Memory in use now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Network proof…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not known yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing leaves this computer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strongroom cannot reach a network, and shows how you can test that yourself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was read from your documents, and your conversations, are kept in the vault. Only your user account may open that folder, but it is not encrypted yet: keep it on an encrypted disk. The documents themselves stay where they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Window: {window} · Engine, with its models: {engine}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ProgressCard</name>
    <message>
      <source>Close this message</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Continue reading</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pause reading</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Progress of reading</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of the work that is done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop reading; what is done is kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop; nothing stays half done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} could not be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{documents} ready</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Proof</name>
    <message>
      <source>%1 of %2 attempts were not refused, so Strongroom could reach a network here. Disconnect this machine before you work with confidential documents.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A port of Strongroom waits for connections, and none should.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All %1 attempts of the test at %2 were refused.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Besides the test: %1, see the locks below.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Engine</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Guarded by Strongroom, not by the operating system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Locked by the operating system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Locked, but not proven on this kind of system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking at the locks…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Missing: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>NOT refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No network can be reached</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No other service was found that could be reached over them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not everything is refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not locked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not tested yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Over them it could reach, and does not use: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ports that wait for connections: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ports that wait for connections: counted by the test.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Python code tried nothing so far.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reader</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strongroom refuses networks to itself; nothing beneath it does.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The engine did not start. Without it, it cannot be said what is locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The engine has not said yet how it is locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The lock is set, but its means were never tested on this kind of system.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The lock of the engine is not known</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The operating system refuses every network to every process of Strongroom.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The operating system refuses every network to window and engine.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The test could not be finished</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The window keeps local sockets for its display, and what belongs to it (keyboard input, screen readers). Engine and readers have none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What Python code tries is refused and counted. What native code tries is not counted, and refused only where the system does it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What Python code tries is refused and counted. What native code tries is refused by the operating system, and not counted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What it would have found is not known. Try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was tried</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You let Strongroom start on this machine even if it cannot be locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>connected a socket</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>looked up a name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>opened a socket</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>reads one document, and ends</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>searches, and writes answers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>shows everything, opens no document</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>since %1</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ProofDialog</name>
    <message>
      <source>A reader is started for each document. The test asks one for its lock.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Besides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every process tries each way that we know. This takes a few seconds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Locks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Locks of Strongroom, and what was tried</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Network proof</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save report…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try to reach a network</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trying…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was tried</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ProofSession</name>
    <message>
      <source>Choose another folder, or free some space.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The report could not be saved there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The report is saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The test could not be finished.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QuestionBubble</name>
    <message>
      <source>Edit this question</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QuestionEditor</name>
    <message>
      <source>Ask</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your question</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QuestionField</name>
    <message>
      <source>Ask a question about your documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask each of the {documents} the same, and show where they differ</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask each of them the same question</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Return sends, Shift+Return starts a new line</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send (Return)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop answering (Esc)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your question</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>QuoteCard</name>
    <message>
      <source>page {number}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReadingDialog</name>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How to read an answer</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReadingHint</name>
    <message>
      <source>Do not show this again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Got it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How to read an answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You find this again in the menu.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReadingProgress</name>
    <message>
      <source>Reading the best of them: {share} %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading the best of them…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ReceiptDialog</name>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Forgotten</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Forgotten, but not clean yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name the documents in the receipt</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save receipt…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The files are clean since {time}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{documents}, {pages}, out of every answer since {time}.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RemovalDialog</name>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Conversations quote them: {answers} answers rest on them, {lists} more show passages of them, {examples} examples quote them. They are kept unless you say otherwise.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete these answers and examples too</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove {documents} from the library?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strongroom forgets what it read from them, for good. The files stay where they are.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RenameDialog</name>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of the conversation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rename the conversation</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Revising</name>
    <message>
      <source>The answer will be replaced.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This answer and %1 below it will be replaced.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>RevisingSession</name>
    <message>
      <source>An answer is being written. Stop it first, or wait for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped before there was an answer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The conversation is as it was.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SavingDialog</name>
    <message>
      <source>All pages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a place…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One page, as 7, or several, as 3-9</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pages to save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save pages to print or send</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strongroom does not speak to printers: a printing system passes pages on to programs that have a network. It saves pictures of the pages as a PDF where you say; print that with your PDF program. It holds what you see, and nothing hidden.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write one page, as 7, or several, as 3-9. There are {pages}.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SavingSession</name>
    <message>
      <source>Save pages as PDF</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saving pages…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saving pages… {done} of {pages}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped. Nothing was saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} - pages {pages}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{pages} saved in “{name}”. Print it with your PDF program.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SettingsDialog</name>
    <message>
      <source>Answers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Models</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Privacy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sections</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Window</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SettingsSession</name>
    <message>
      <source>Checking and copying the model…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each search model finds passages in its own way. Until it has prepared them, questions find them by word only. It can wait: what is left is done when Strongroom starts again or documents are added.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import a search model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Import an answer model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loading {name}…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Models (*.gguf)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On this computer that takes about {time}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Prepare {passages} for this search model?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This can take a few minutes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use it, prepare later</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use it, prepare now</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SourceRow</name>
    <message>
      <source>page {number}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Sources</name>
    <message>
      <source>Sources</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StartingSession</name>
    <message>
      <source>An answer takes about {time} on this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask your own question below.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try one of these, or ask your own question below.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Status</name>
    <message>
      <source>%1 · loading…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 · preparing search…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 · ready</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking at the locks…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No answer model · search only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No engine, so its lock is not known</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No network: guarded by Strongroom, not by the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No network: locked by the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No network: locked by the system, and tested</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No network: locked, but not proven on this system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No network: the test could not be finished</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not locked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not locked: the test got through</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something inside Strongroom tried to reach a network, and was refused.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strongroom refuses networks to itself; the system does not.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The engine has not said yet how it is locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The last test could not be finished, so nothing is proven.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The lock is set, but it was never tested on this kind of system.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The operating system refuses every network to window and engine.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The test found a way that was not refused.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without the engine it cannot be said whether all is locked.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>Choose or import models</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking at the locks…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starting again…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starting…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The engine did not start</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Suggestions</name>
    <message>
      <source>Ask this question</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What would you like to know?</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Summary</name>
    <message>
      <source>Asking document %1 of %2: %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looked at all of %1 (%2).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looked at pages %2 of %3 of %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looked at passages on pages %2 of %3 of %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading and checking piece %1 of %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading, then writing and checking each sentence…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing the summary from what the pieces say…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SummaryView</name>
    <message>
      <source>Choosing what to read…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No summary</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read every page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped: this is a summary of the first {done} of {total} pieces.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Summarise again from every page; this takes longer, and can be stopped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The pages support no sentence that the model wrote.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ThoughtsFold</name>
    <message>
      <source>How the model thought</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not part of the answer, and not checked against your documents</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Thumbnails</name>
    <message>
      <source>Small pictures of the pages</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>TurnView</name>
    <message>
      <source>Ask again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Found {passages} in {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loading the answer model first…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Searching…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped before a sentence was found that your documents support.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Understood as: {question}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing and checking each sentence…</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>UnlockedBanner</name>
    <message>
      <source>Details</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>UnseenFold</name>
    <message>
      <source>Not looked at: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What this answer could not look at</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>UnsupportedFold</name>
    <message>
      <source>%1 unsupported sentences</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 unsupported sentence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not supported by your documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model wrote this, but no passage of your documents supports it</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>UpkeepSession</name>
    <message>
      <source>Everything is in order</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The search index was made anew: {passages}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the check found</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>VaultsDialog</name>
    <message>
      <source>A folder that holds a library is opened; in another one a new library is made.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each library has documents and conversations of its own. What goes on in the one that is open is ended in good order.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Libraries</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open or make another…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open this library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take it off this list; nothing is deleted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Usual library</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>VaultsSession</name>
    <message>
      <source>Make a new library here?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open or make a library</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Waiver</name>
    <message>
      <source>This could not be saved. Is the disk full?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is remembered. Start Strongroom again to use it.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Welcome</name>
    <message>
      <source>Add folder…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An answer takes about {time} on this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask your own documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a model…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drop a folder of documents here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every sentence of an answer leads to the lines it rests on.
Nothing leaves this computer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Getting ready…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loading the answer model…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading your documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading your documents…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ready to answer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no answer model yet. Drop its file here (its name ends in .gguf), or the stick it is on. Until then you can search.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try it with the sample documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You can ask as soon as the first one is read.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>WindowPage</name>
    <message>
      <source>Also with Ctrl and + or −.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changes at once. What is going on goes on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colours of the window: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language of the window</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Like the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size of text</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>WindowSession</name>
    <message>
      <source>Answer ready</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask as always; conversations end with the window. To change the library, copy its folder to a disk that can be written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delete this conversation?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its questions and answers are forgotten for good.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No documents were found there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not in your documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strongroom reads PDF files, also in the folders inside a folder.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This library can only be read.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Wording</name>
    <message>
      <source>%1 %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 found again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 found again, %2 not</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 hours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 min</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 min %2 s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 could not be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 readable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 pages/s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 still being read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 without readable text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n attempt refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n attempts refused</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n document</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n file changed, reading…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n files changed, reading…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n item</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n items</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n minute</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n minutes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n pages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n passage</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n passages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n question</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n questions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n second</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%n seconds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>0 attempts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking %1 of %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking all %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checking the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Could not be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exporting the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File is gone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give its password to read it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Importing the library</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its folder is not there now. What was read can still be asked. If the folder lies elsewhere, say so: right-click it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its words can be searched. Searching it by meaning is being prepared.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept without its file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Locked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking for documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Making the search index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No document is ticked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No documents yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not looked at: %1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not read yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of it could be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only the ticked documents were searched: %1 of %2.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading documents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ready</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Searchable by word</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Searchable by word and by meaning.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Understanding meaning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Untitled</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Working</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a few seconds left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>about %1 h left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>about %1 min left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>about %1 s left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>page %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>today at %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>under %1 s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>yesterday at %1</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>_Pages</name>
    <message>
      <source>Page %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page %1, with evidence</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
