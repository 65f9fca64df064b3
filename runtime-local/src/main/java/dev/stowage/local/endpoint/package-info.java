/** What a task can ask ECS about itself: metadata, credentials, protection; and where the engine sends its logs. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.endpoint;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
