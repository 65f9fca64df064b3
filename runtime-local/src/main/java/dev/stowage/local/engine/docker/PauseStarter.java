package dev.stowage.local.engine.docker;

import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.task.ContainerStatus;

/** Brings pause containers up; those with a network of their own at an address that is chosen for them. */
final class PauseStarter {

    private static final String IN_USE = "Address already in use";

    /** How often another address is tried where somebody has it whom we do not know. */
    private static final int TRIES = 5;

    private final Workshop shop;
    private final Recipe recipe;
    private final Launcher launcher;
    private final PauseImage image;

    PauseStarter(Workshop shop, Recipe recipe, Launcher launcher) {
        this.shop = shop;
        this.recipe = recipe;
        this.launcher = launcher;
        this.image = PauseImage.on(shop.docker());
    }

    /** Starts the pause container of a task; whatever comes of it is told. */
    void start(Slot slot, int run) {
        image.ensure();
        shop.tell(slot, run, ContainerStatus.PULLED);
        if (slot.booking().setup().network() == NetworkMode.AWSVPC) {
            startWithAddress(slot, run);
        } else if (create(slot, run, "")) {
            launcher.start(slot, run);
        }
    }

    private void startWithAddress(Slot slot, int run) {
        if (shop.docker().facts().isApart()) {
            slot.bind(PortPlan.ofTask(slot.booking().setup(), shop.ports()));
        }
        for (var tries = 1; ; tries++) {
            var address = shop.leases().take();
            if (!create(slot, run, address)) {
                shop.leases().giveBack(address);
                return;
            }
            var refusal = launcher.launch(slot);
            if (refusal.isEmpty()) {
                launcher.tellState(slot, run);
                return;
            }
            if (!refusal.get().message().contains(IN_USE) || tries == TRIES) {
                shop.leases().giveBack(address);
                shop.tell(slot, run, refusal.get());
                return;
            }
            // Who has that address keeps it, so it stays taken.
            launcher.discard(slot);
        }
    }

    private boolean create(Slot slot, int run, String address) {
        return launcher.create(
                slot, run, () -> recipe.pause(slot.id(), slot.booking(), image.name(), address, slot.ports()));
    }
}
