package energy.setpoint.der.device;

import energy.setpoint.core.site.DeviceId;
import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.Transport;

/**
 * A device of a site, the template that describes it, and where it is.
 *
 * @param address of the template's transport
 */
public record DeviceConnection(DeviceId device, DeviceTemplate template, DeviceAddress address) {

  public DeviceConnection {
    boolean fits =
        switch (template.transport()) {
          case Transport.Modbus _, Transport.SunSpec _ -> address instanceof ModbusAddress;
          case Transport.Mqtt _ -> address instanceof DeviceAddress.Mqtt;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "Device "
              + device
              + " has the address "
              + address
              + ", but its template "
              + template.name()
              + " speaks "
              + template.transport().key()
              + ".");
    }
  }
}
