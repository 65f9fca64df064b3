package dev.stowage.dsl.messaging;

/** What a queue hears of: all messages of a topic, or those that a subscription takes. */
public sealed interface News permits Topic, Subscription {

    /** Which messages of which topic, and in which form. */
    Subscription subscription();
}
