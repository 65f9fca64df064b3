/** What a company adds to every service: a library, past which findings point at who called it. */
@StowageLibrary
package programs.house;

import dev.stowage.schema.origin.StowageLibrary;
