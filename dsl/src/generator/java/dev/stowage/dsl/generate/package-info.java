/** What writes the Fargate sizes of the language, at build time, out of the table of the schema. */
@NullMarked
package dev.stowage.dsl.generate;

import org.jspecify.annotations.NullMarked;
