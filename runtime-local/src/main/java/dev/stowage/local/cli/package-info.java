/** The executable jar: every command for files and assemblies, without a program of one's own. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
