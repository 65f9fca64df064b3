package dev.stowage.schema.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedViewsTest {

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackagesOf(View.class);

    @Test
    void standForEveryTypeOfTheCore() throws ReflectiveOperationException {
        var types = new ArrayList<String>();
        for (var view : views()) {
            types.add((String) view.getField("TYPE").get(null));
        }
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(
                        FactText.file("facts-core.txt").types());
    }

    @Test
    void areCalledAfterServiceAndResource() {
        assertThat(views())
                .extracting(Class::getSimpleName)
                .contains(
                        "EcsClusterCapacityProviderAssociations",
                        "ElbTargetGroup",
                        "AppScalingScalableTarget",
                        "AutoScalingGroup",
                        "Ec2Vpc",
                        "AcmCertificate",
                        "WafWebAclAssociation",
                        "DynamoDbTable");
    }

    @Test
    void beginEmptyWithAllTheirObjects() throws ReflectiveOperationException {
        for (var view : views()) {
            for (var nested : view.getClasses()) {
                var empty = (Shape<?>) nested.getField("EMPTY").get(null);
                assertThat(empty.tree().isEmpty()).isTrue();
                assertThat(nested.getMethod("of").invoke(null)).isSameAs(empty);
            }
        }
    }

    private static List<Class<?>> views() {
        var views = new ArrayList<Class<?>>();
        for (var each : CLASSES) {
            if (each.isAssignableTo(View.class) && each.isTopLevelClass()) {
                views.add(each.reflect());
            }
        }
        views.remove(View.class);
        views.remove(Tag.class);
        return views;
    }
}
