/**
 * CloudFormation resource types: the facts about them, and a typed view over the properties of each that Stowage writes
 * or reads.
 */
@NullMarked
@CheckReturnValue
package dev.stowage.schema.resource;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
