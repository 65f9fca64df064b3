/** What a company adds to every service: a library of house rules, so that findings point at whoever called it. */
@NullMarked
@StowageLibrary
package dev.stowage.samples.platform;

import dev.stowage.schema.origin.StowageLibrary;
import org.jspecify.annotations.NullMarked;
