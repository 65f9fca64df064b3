package dev.stowage.synth.rule;

import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.DeploymentConfiguration;
import dev.stowage.schema.resource.EcsService.DeploymentController;

/** How a service replaces its tasks, as far as rules need to know. */
final class Deployments {

    private Deployments() {}

    /** Whether ECS itself deploys, and no other controller. */
    static boolean isByEcs(EcsService service) {
        return controller(service).is("ECS");
    }

    /** Whether AWS CodeDeploy deploys. */
    static boolean isByCodeDeploy(EcsService service) {
        return controller(service).is("CODE_DEPLOY");
    }

    /** Who deploys. */
    static Reading<String> controller(EcsService service) {
        var controller = service.deploymentController().orDefault(DeploymentController.EMPTY);
        return controller.isKnown()
                ? controller.or(DeploymentController.EMPTY).type().orDefault("ECS")
                : Reading.unknown(controller.at());
    }

    /** Whether ECS replaces tasks in place, within the bounds of minimum and maximum. */
    static boolean isRolling(EcsService service) {
        return isByEcs(service)
                && service.deploymentConfiguration()
                        .orDefault(DeploymentConfiguration.EMPTY)
                        .isKnown()
                && configuration(service).strategy().orDefault("ROLLING").is("ROLLING");
    }

    /** Its deployment configuration; an empty one where none is written. */
    static DeploymentConfiguration configuration(EcsService service) {
        return service.deploymentConfiguration().or(DeploymentConfiguration.EMPTY);
    }

    /** How it is scheduled. */
    static Reading<String> scheduling(EcsService service) {
        return service.schedulingStrategy().orDefault("REPLICA");
    }
}
