package energy.setpoint.ocpp.server;

import energy.setpoint.ocpp.schema.Instances;
import energy.setpoint.ocpp.schema.OcppSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Messages of all kinds, most of them spoilt. */
final class Mutants {

  private static final String BITS = "[]{},:\"\\ \t\n0123456789-+.eEtrufalsn\u0000\uD800ä€";

  /** What is there to spoil where the official schemas are not. */
  private static final List<String> OWN =
      List.of(
          "[2,\"1\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]",
          "[2,\"1\",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\"}]",
          "[2,\"1\",\"MeterValues\",{\"connectorId\":1,\"meterValue\":[{\"timestamp\":"
              + "\"2026-06-01T10:00:00Z\",\"sampledValue\":[{\"value\":\"1.5\"}]}]}]",
          "[2,\"1\",\"SetChargingProfile\",{\"evseId\":1}]",
          "[3,\"1\",{\"status\":\"Accepted\"}]",
          "[4,\"1\",\"InternalError\",\"no\",{}]",
          "[5,\"1\",\"InternalError\",\"no\",{}]",
          "[6,\"1\",\"NotifyPeriodicEventStream\",{\"id\":1}]");

  private final List<String> seeds;
  private final Random random;

  private Mutants(List<String> seeds, Random random) {
    this.seeds = seeds;
    this.random = random;
  }

  /**
   * @param version such as {@code 2.0.1}; its schemas give a message of every kind when they are
   *     there
   */
  static Mutants of(String version, Random random) {
    List<String> seeds = new ArrayList<>(OWN);
    OcppSchemas.find(version)
        .ifPresent(schemas -> {
          for (String action : schemas.actions()) {
            seeds.add(call(action, Instances.minimal(schemas.request(action)).toString()));
            seeds.add(call(action, Instances.maximal(schemas.request(action)).toString()));
          }
        });
    return new Mutants(seeds, random);
  }

  private static String call(String action, String payload) {
    return "[2,\"1\",\"" + action + "\"," + payload + "]";
  }

  /** One in four is left as it is. */
  String next() {
    var mutant = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
    int edits = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(6);
    for (int i = 0; i < edits && !mutant.isEmpty(); i++) {
      int at = random.nextInt(mutant.length());
      char bit = BITS.charAt(random.nextInt(BITS.length()));
      switch (random.nextInt(5)) {
        case 0 -> mutant.setCharAt(at, bit);
        case 1 -> mutant.insert(at, bit);
        case 2 -> mutant.deleteCharAt(at);
        case 3 -> mutant.setLength(at);
        default -> mutant.insert(at, mutant.substring(at, Math.min(mutant.length(), at + 10)));
      }
    }
    return mutant.toString();
  }
}
