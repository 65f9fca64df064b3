/** Property trees: literals, lists, objects and CloudFormation functions, each with the place where it was written. */
@NullMarked
@CheckReturnValue
package dev.stowage.schema.tree;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
