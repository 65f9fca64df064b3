/** Resources of CloudFormation that have no words of their own. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.resource;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
