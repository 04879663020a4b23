package energy.setpoint.app.engine;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.der.device.DeviceAddress;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.template.DeviceTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Joins what the site file says about devices with their templates. */
final class DeviceLinks {

  private DeviceLinks() {}

  /**
   * @throws energy.setpoint.der.template.TemplateException when a template cannot be used
   * @throws IllegalArgumentException when a device's address does not fit its template
   */
  static List<DeviceConnection> of(SiteFile site) {
    List<DeviceConnection> links = new ArrayList<>();
    for (Map.Entry<DeviceId, energy.setpoint.app.config.DeviceConnection> entry :
        site.connections().entrySet()) {
      links.add(
          new DeviceConnection(
              entry.getKey(),
              DeviceTemplates.read(entry.getValue().template()),
              address(entry.getValue())));
    }
    return links;
  }

  private static DeviceAddress address(energy.setpoint.app.config.DeviceConnection connection) {
    return switch (connection) {
      case energy.setpoint.app.config.DeviceConnection.Modbus m ->
          new DeviceAddress.ModbusTcp(m.host(), m.port(), m.unit());
      case energy.setpoint.app.config.DeviceConnection.ModbusLine m -> m.address();
      case energy.setpoint.app.config.DeviceConnection.Mqtt m ->
          new DeviceAddress.Mqtt(m.broker(), m.topic());
    };
  }
}
