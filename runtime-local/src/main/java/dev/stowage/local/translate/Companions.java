package dev.stowage.local.translate;

import dev.stowage.local.config.LocalConfig.Replacement.ByImage;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.Companion;
import java.util.ArrayList;
import java.util.List;

/** The containers that stand for other resources. */
final class Companions {

    private Companions() {}

    static List<Companion> of(Work work) {
        var companions = new ArrayList<Companion>();
        for (var entry : work.evaluation().settings().local().replace().entrySet()) {
            var resource = work.evaluation().called(entry.getKey());
            if (resource.isEmpty()) {
                work.tell(Gap.CONFIG.at(
                        entry.getValue().at(),
                        "`" + entry.getKey() + "` is no resource of this app; the name of one, its logical id or"
                                + " `Stack/LogicalId` is wanted."));
            } else if (entry.getValue() instanceof ByImage image) {
                companions.add(new Companion(
                        resource.get().key(),
                        work.evaluation().hostOf(resource.get()),
                        image.image(),
                        image.environment(),
                        image.command(),
                        image.ports()));
            }
        }
        return companions;
    }
}
