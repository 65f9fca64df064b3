package dev.stowage.schema.expression;

/** A thing whose attributes an expression can name: a load balancer, a queue. The language implements it. */
public interface Referable {

    /** What its maker called it. */
    String name();
}
