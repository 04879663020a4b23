package energy.setpoint.app.cli.device;

import static energy.setpoint.app.config.ProjectFiles.project;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.cli.CommandRun;
import energy.setpoint.app.cli.Complaints;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.simulation.device.SimulatedModbusDevices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeviceTestCommandIT {

  private static final String SHIPPED = project("config/devices").toString();

  private SimulatedModbusDevices devices;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    devices = new SimulatedModbusDevices(0);
    devices.showInverter(Power.ofKilowatts(47), 0);
    devices.showMeter(PhaseCurrents.ofAmps(10, -20, 5), Voltage.ofVolts(230), 12_345, 678);
    devices.start();
  }

  @AfterEach
  void stop() {
    devices.close();
  }

  @Test
  void printsWhatItUnderstoodOfAMeter() {
    CommandRun run = test("demo-meter", "modbus://127.0.0.1:%d".formatted(devices.port()));

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Simulated three-phase site meter of the demo")
        .containsPattern("power +-1150 W +input 0-1 +C48F C000")
        .containsPattern("currentL2 +20 A +input 4-5 +41A0 0000")
        .containsPattern("energyImported +12.345 kWh +input 14-15 +0000 3039")
        .contains("A reading: meter at -1150 W, 10.0/-20.0/5.0 A.");
  }

  @Test
  void readsAgainAsOftenAsAsked() throws IOException {
    Path hasty = dropped("period: 100ms\nstaleAfter: 1s\n", 0);

    CommandRun run = test(hasty.toString(), "modbus://127.0.0.1:" + devices.port(), "--watch=3");

    assertThat(run.out().lines().filter(it -> it.startsWith("A reading: inverter at -47000 W")))
        .hasSize(3);
  }

  @Test
  void saysWhichPointTheDeviceDoesNotHave() throws IOException {
    Path wrong = dropped("period: 1s\nstaleAfter: 5s\n", 900);

    CommandRun run = test(wrong.toString(), "modbus://127.0.0.1:" + devices.port());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern("power +- +input 900-901 +Modbus exception 2: ")
        .contains("No reading: no value for power.");
  }

  @Test
  void saysThatNobodyListens() {
    int port = devices.port();
    devices.stop();

    CommandRun run = test("demo-meter", "modbus://127.0.0.1:" + port);

    assertThat(run.code()).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(run.err())
        .contains("The device at 127.0.0.1:" + port + " does not answer")
        .contains("Connection refused");
  }

  @Test
  void saysWhichTemplatesThereAre() {
    CommandRun run = test("demo-metre", "modbus://127.0.0.1:502");

    assertThat(run.code()).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(run.err())
        .contains("There is no device template 'demo-metre'")
        .contains("demo-inverter, demo-meter");
  }

  @Test
  void saysThatATemplateOfMqttIsNotForModbus() {
    CommandRun run = test("demo-battery", "modbus://127.0.0.1:502");

    assertThat(run.code()).isEqualTo(Complaints.UNUSABLE_INPUT);
    assertThat(run.err()).contains("demo-battery speaks mqtt");
  }

  private Path dropped(String times, int address) throws IOException {
    return Files.writeString(
        folder.resolve("dropped.yaml"),
        """
        description: An inverter
        kind: inverter
        transport: modbus
        points:
          power: { table: input, address: %d, type: int32, unit: W, sign: generation }
        """
                .formatted(address)
            + times);
  }

  private static CommandRun test(String template, String address, String... more) {
    Stream<String> arguments =
        Stream.of("test", template, "--address", address, "--devices", SHIPPED);
    return CommandRun.device(Stream.concat(arguments, Stream.of(more)).toArray(String[]::new));
  }
}
