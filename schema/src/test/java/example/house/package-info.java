/** A company's library that says it is one. */
@StowageLibrary
package example.house;

import dev.stowage.schema.origin.StowageLibrary;
