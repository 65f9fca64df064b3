/** The waist: the model of an app, and the joined view of its resources that everything else reads. */
@NullMarked
@CheckReturnValue
package dev.stowage.schema.graph;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
