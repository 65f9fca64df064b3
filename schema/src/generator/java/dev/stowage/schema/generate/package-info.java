/** What writes the typed views of the resource types that Stowage works with, at build time, out of the facts. */
@NullMarked
package dev.stowage.schema.generate;

import org.jspecify.annotations.NullMarked;
