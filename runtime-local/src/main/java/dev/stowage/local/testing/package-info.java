/** A stack that runs around the tests of a class: for JUnit 5, which is not needed for anything else. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.testing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
