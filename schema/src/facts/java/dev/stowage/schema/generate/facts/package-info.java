/** What a maintainer runs: the facts about resource types, trimmed out of the specification that AWS publishes. */
@NullMarked
package dev.stowage.schema.generate.facts;

import org.jspecify.annotations.NullMarked;
