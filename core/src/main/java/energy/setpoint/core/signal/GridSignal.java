package energy.setpoint.core.signal;

import energy.setpoint.core.site.DeviceId;

/** A device through which the grid operator limits the site: a relay, a control box, a gateway. */
public record GridSignal(
    DeviceId device, GridFlow flow, SignalMeaning meaning, SilenceRule silence) {

  /** The device as a source of limits. */
  public LimitSource source() {
    return new LimitSource.Device(device);
  }
}
