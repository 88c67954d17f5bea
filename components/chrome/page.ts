/** What every page does beyond its HTML: the theme switch, the section in view, the place to come back to, the key for the search, listings that scroll with the keyboard. */
import { offerThemes } from './theme.ts';
import { keepPlace, offerPlace } from './place.ts';
import { followSections } from './sections.ts';
import { searchOnSlash } from './slash.ts';
import { focusWhereItScrolls } from './scrolling.ts';

offerThemes();
followSections();
focusWhereItScrolls();
searchOnSlash();
keepPlace();
offerPlace();
