package dev.stowage.dsl.app;

import java.util.List;

/** A thing that a stack can name: it then belongs to that stack. */
public interface Root extends Thing, Roots {

    @Override
    default List<? extends Root> roots() {
        return List.of(this);
    }
}
