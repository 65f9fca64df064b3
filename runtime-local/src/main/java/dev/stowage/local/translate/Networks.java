package dev.stowage.local.translate;

import dev.stowage.local.stack.Subnet;
import dev.stowage.schema.resource.Ec2Subnet;
import java.util.ArrayList;
import java.util.List;

/** The subnets of a model, and the zones of those that it does not make. */
final class Networks {

    private static final List<String> LETTERS = List.of("a", "b", "c");

    private final List<Subnet> subnets;
    private final String region;

    private Networks(List<Subnet> subnets, String region) {
        this.subnets = subnets;
        this.region = region;
    }

    static Networks of(Work work) {
        var region = work.evaluation().home().region();
        var subnets = new ArrayList<Subnet>();
        for (var one : work.evaluation().all(Ec2Subnet.TYPE)) {
            var view = one.view(Ec2Subnet.EMPTY);
            var standard = zone(region, subnets.size());
            subnets.add(new Subnet(
                    one.key(),
                    one.ref(),
                    view.vpcId().or(""),
                    view.availabilityZone().or(standard),
                    view.cidrBlock().or("")));
        }
        return new Networks(subnets, region);
    }

    private static String zone(String region, int number) {
        return region + LETTERS.get(number % LETTERS.size());
    }

    List<Subnet> all() {
        return subnets;
    }

    /** The zones of these subnets, each once; a subnet that the model does not make is in the next zone. */
    List<String> zones(List<String> ids) {
        var zones = new ArrayList<String>();
        for (var id : ids) {
            var zone = subnets.stream()
                    .filter(one -> one.id().equals(id))
                    .map(Subnet::zone)
                    .findFirst()
                    .orElse(zone(region, zones.size()));
            if (!zones.contains(zone)) {
                zones.add(zone);
            }
        }
        return zones.isEmpty() ? List.of(zone(region, 0)) : zones;
    }
}
