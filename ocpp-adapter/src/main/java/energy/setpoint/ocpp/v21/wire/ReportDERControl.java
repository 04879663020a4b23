package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The DER controls that are set. */
public record ReportDERControl(
    int requestId,
    @Items(min = 1, max = 24) Optional<List<ObjectNode>> curve,
    @Items(min = 1, max = 24) Optional<List<ObjectNode>> enterService,
    @Items(min = 1, max = 24) Optional<List<ObjectNode>> fixedPFAbsorb,
    @Items(min = 1, max = 24) Optional<List<ObjectNode>> fixedPFInject,
    @Items(min = 1, max = 24) Optional<List<ObjectNode>> fixedVar,
    @Items(min = 1, max = 24) Optional<List<ObjectNode>> freqDroop,
    @Items(min = 1, max = 24) Optional<List<ObjectNode>> gradient,
    @Items(min = 1, max = 24) Optional<List<ObjectNode>> limitMaxDischarge,
    Optional<Boolean> tbc) {}
