/** What every page does beyond its HTML: the theme switch, the section in view, the key for the search, listings that scroll with the keyboard. */
import { offerThemes } from './theme.ts';
import { followSections } from './sections.ts';
import { searchOnSlash } from './slash.ts';
import { focusWhereItScrolls } from './scrolling.ts';

offerThemes();
followSections();
focusWhereItScrolls();
searchOnSlash();
