package energy.setpoint.app.config;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.config.document.ConfigurationException;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.der.device.RtuOverTcp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the templates of a site's devices come from, and the lines on which they are. */
class SiteTemplatesTest {

  private static final String SITE =
      """
      id: yard
      zone: Europe/Amsterdam
      grid:
        importLimitKw: 100
      circuits:
        main:
          fuseA: 160
      inverters:
        - id: roof
          circuit: main
          ratedKw: 30
          connection: { template: TEMPLATE, ADDRESS }
      """;

  private static final String OURS =
      """
      description: Our own inverter
      kind: inverter
      transport: modbus
      period: 1s
      staleAfter: 5s
      points:
        power: { table: input, address: 0, type: int32, unit: W, sign: generation }
      """;

  @TempDir Path folder;

  @Test
  void findsATemplateThatWasDroppedBesideTheSiteFile() throws IOException {
    Path dropped = write("devices/ours.yaml", OURS);

    DeviceConnection connection = read("ours", "host: 10.0.0.3");

    assertThat(connection.template()).isEqualTo(dropped);
  }

  @Test
  void findsATemplateByItsPathFromTheSiteFile() throws IOException {
    Path own = write("my-devices/x.yaml", OURS);

    DeviceConnection connection = read("./my-devices/x.yaml", "host: 10.0.0.3");

    assertThat(connection.template()).isEqualTo(own);
  }

  @Test
  void prefersTheSitesOwnTemplateToTheOneThatIsShipped() throws IOException {
    Path own = write("devices/demo-inverter.yaml", OURS);

    DeviceConnection connection = read("demo-inverter", "host: 10.0.0.3");

    assertThat(connection.template()).isEqualTo(own);
  }

  @Test
  void readsTheAddressOfAModbusLine() throws IOException {
    DeviceConnection connection =
        read("demo-inverter", "address: \"modbus+rtu://10.0.0.3:4196/7\"");

    assertThat(((DeviceConnection.ModbusLine) connection).address())
        .isEqualTo(new RtuOverTcp("10.0.0.3", 4196, OptionalInt.of(7)));
  }

  @Test
  void saysWhichTemplatesThereAreBesideTheSiteFile() throws IOException {
    write("devices/ours.yaml", OURS);

    assertThatThrownBy(() -> read("our", "host: 10.0.0.3"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("site.yaml:12: inverters[1].connection.template is \"our\"")
        .hasMessageContaining("Maybe \"ours\"?");
  }

  @Test
  void namesTheLineThatTearsATemplateApart() throws IOException {
    write("my-devices/x.yaml", OURS.replace("kind: inverter", "kind: [inverter"));

    assertThatThrownBy(() -> read("./my-devices/x.yaml", "host: 10.0.0.3"))
        .hasMessageContaining("connection.template cannot be used: x.yaml is not readable in line");
  }

  @Test
  void saysWhatAnAddressMayBe() {
    assertThatThrownBy(() -> read("demo-inverter", "address: \"serial:///dev/ttyUSB0?speed=9600\""))
        .hasMessageContaining("connection.address is \"serial:///dev/ttyUSB0?speed=9600\"")
        .hasMessageContaining("expected modbus://host:port/unit");
  }

  private DeviceConnection read(String template, String address) throws IOException {
    Path site = write("site.yaml", SITE.replace("TEMPLATE", template).replace("ADDRESS", address));
    SiteFile read = SiteFile.read(site, project("config/devices"));
    return read.connections().get(new DeviceId("roof"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
