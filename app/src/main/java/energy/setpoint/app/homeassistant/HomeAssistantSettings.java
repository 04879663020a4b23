package energy.setpoint.app.homeassistant;

import energy.setpoint.der.device.BrokerAddress;

/**
 * Where a site shows itself to Home Assistant.
 *
 * @param broker which Home Assistant is connected to as well
 * @param discoveryPrefix where it looks for devices, without a slash at its end
 */
public record HomeAssistantSettings(BrokerAddress broker, String discoveryPrefix) {

  /** What Home Assistant listens to unless it is told otherwise. */
  public static final String USUAL_PREFIX = "homeassistant";
}
