package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Thing;
import java.util.List;

/** What a service runs copies of: containers that live and die together and share a network address. */
public sealed interface Task extends Thing permits FargateTask {

    /** Its containers, in the order in which they were said. */
    List<? extends AnyContainer> containers();
}
