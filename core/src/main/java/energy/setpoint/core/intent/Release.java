package energy.setpoint.core.intent;

import energy.setpoint.core.site.EvseRef;

/** Take back the limit of an EVSE; the station's fallback stays. */
public record Release(EvseRef evse) implements EvseIntent {}
