/** What a property turns out to be when it is read: written, a default, absent, or unknown until deployment. */
@NullMarked
@CheckReturnValue
package dev.stowage.schema.reading;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
