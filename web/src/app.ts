// What residents' and staff pages share. Everything here is an addition: without it every task still works.
import "../styles/app.css";
import { keepDrafts } from "./draft";
import { readAloud } from "./aloud";
import { suggestKind } from "./suggest";
import { copyAndPrint, focusErrors, guardSubmit } from "./small";

document.documentElement.classList.add("js");
focusErrors();
guardSubmit();
copyAndPrint();
readAloud();
keepDrafts();
suggestKind();
