/** What a run writes into its folder, so that the process after one that was killed goes on with the same tasks. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.ledger;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
