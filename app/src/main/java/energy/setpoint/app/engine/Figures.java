package energy.setpoint.app.engine;

import energy.setpoint.app.engine.Figure.Kind;
import energy.setpoint.app.storage.Storage;
import energy.setpoint.app.storage.behind.WriteFigures;
import energy.setpoint.app.storage.history.HistoryKeeper;
import energy.setpoint.app.storage.jdbc.PastTable;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.der.DerDevices;
import energy.setpoint.der.device.DeviceHealth;
import energy.setpoint.ocpp.stats.OcppStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/** Names what adapters, connectors and stores count. */
final class Figures {

  private final OcppStatistics ocpp;
  private final DerDevices devices;
  private final Storage storage;
  private final HistoryKeeper history;
  private final SiteLoop loop;
  private final List<Figure> all = new ArrayList<>();

  Figures(
      OcppStatistics ocpp,
      DerDevices devices,
      Storage storage,
      HistoryKeeper history,
      SiteLoop loop) {
    this.ocpp = ocpp;
    this.devices = devices;
    this.storage = storage;
    this.history = history;
    this.loop = loop;
  }

  List<Figure> list() {
    stations();
    devices.health().forEach(health -> device(health.device()));
    store();
    past();
    counter("setpoint_loop_failures", "Tasks of the loop that failed", loop::failures);
    gauge("setpoint_loop_backlog", "Tasks that wait for the loop", loop::backlog);
    return List.copyOf(all);
  }

  private void stations() {
    gauge("setpoint_ocpp_connections", "Stations that are connected", ocpp::connected);
    counter("setpoint_ocpp_frames_received", "Frames from stations", ocpp::framesReceived);
    counter("setpoint_ocpp_frames_sent", "Frames to stations", ocpp::framesSent);
    counter(
        "setpoint_ocpp_bad_frames",
        "Frames that could not be accepted",
        () -> sum(ocpp.badFrames()));
    counter(
        "setpoint_ocpp_errors_sent",
        "Calls of stations answered with an error",
        () -> sum(ocpp.errorsSent()));
    counter(
        "setpoint_ocpp_calls_failed",
        "Calls to stations that failed",
        () -> sum(ocpp.callsFailed()));
    counter("setpoint_ocpp_call_timeouts", "Calls to stations without an answer", ocpp::timeouts);
    counter(
        "setpoint_ocpp_connections_refused",
        "Connections refused at the door",
        () -> sum(ocpp.connectionsRefused()));
    for (String end : List.of("complete", "incomplete", "given up", "cut off")) {
      add(
          "setpoint_ocpp_interviews",
          "Stations asked what they can do, by how that ended",
          Kind.COUNTER,
          Map.of("end", end),
          () -> ocpp.interviews().getOrDefault(end, 0L));
    }
    counter(
        "setpoint_ocpp_answers_rejected",
        "Answers that stations could not use",
        () -> sum(ocpp.answersRejected()));
    counter(
        "setpoint_ocpp_fractions_rounded",
        "Messages of stations with a period at a fraction of a second",
        ocpp::fractionsRounded);
    for (String kind : List.of("as wanted", "missing", "lifts", "limits", "not told")) {
      add(
          "setpoint_ocpp_profile_findings",
          "What stations told of the profiles that they hold, by what that means",
          Kind.COUNTER,
          Map.of("finding", kind),
          () -> ocpp.profileFindings().getOrDefault(kind, 0L));
    }
    counter("setpoint_ocpp_faults", "Own faults that were survived", ocpp::faults);
  }

  private static double sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private void device(DeviceId id) {
    Map<String, String> labels = Map.of("device", id.value());
    add(
        "setpoint_device_reads",
        "Readings taken of a device",
        Kind.COUNTER,
        labels,
        () -> ofDevice(id, DeviceHealth::reads));
    add(
        "setpoint_device_failures",
        "Connections and requests of a device that failed",
        Kind.COUNTER,
        labels,
        () -> ofDevice(id, DeviceHealth::failures));
    add(
        "setpoint_device_refused",
        "Answers of a device that made no sense",
        Kind.COUNTER,
        labels,
        () -> ofDevice(id, DeviceHealth::refused));
    add(
        "setpoint_device_flapping",
        "Whether a device comes and goes or speaks in bursts",
        Kind.GAUGE,
        labels,
        () -> ofDevice(id, health -> health.flapping() ? 1 : 0));
    if (devices.isCommanded(id)) {
      commands(id, labels);
    }
  }

  private void commands(DeviceId id, Map<String, String> labels) {
    add(
        "setpoint_device_commands",
        "Commands that a device has taken",
        Kind.COUNTER,
        labels,
        () -> ofDevice(id, health -> health.commands().applied()));
    add(
        "setpoint_device_command_failures",
        "Writes of commands to a device that failed",
        Kind.COUNTER,
        labels,
        () -> ofDevice(id, health -> health.commands().failures()));
    add(
        "setpoint_device_command_mismatches",
        "Commands that a device has read back otherwise than they were written",
        Kind.COUNTER,
        labels,
        () -> ofDevice(id, health -> health.commands().mismatches()));
  }

  private double ofDevice(DeviceId id, ToDoubleFunction<DeviceHealth> figure) {
    return devices.health().stream()
        .filter(health -> health.device().equals(id))
        .mapToDouble(figure)
        .findFirst()
        .orElse(Double.NaN);
  }

  private void store() {
    counter("setpoint_store_written", "Records written", () -> stored(WriteFigures::written));
    counter("setpoint_store_dropped", "Records given up", () -> stored(WriteFigures::dropped));
    counter(
        "setpoint_store_refused",
        "Records impossible to write",
        () -> stored(WriteFigures::refused));
    counter("setpoint_store_failures", "Writes that failed", () -> stored(WriteFigures::failures));
    gauge("setpoint_store_queued", "Records that wait", () -> stored(WriteFigures::queued));
  }

  private void past() {
    for (PastTable.Kind kind : PastTable.Kind.values()) {
      add(
          "setpoint_history_deleted",
          "Records deleted because they were kept for long enough",
          Kind.COUNTER,
          Map.of("what", kind.label()),
          () -> history.deleted(kind));
    }
    counter("setpoint_history_failures", "Deletions of the past that failed", history::failures);
  }

  private double stored(ToDoubleFunction<WriteFigures> figure) {
    return figure.applyAsDouble(storage.figures());
  }

  private void counter(String name, String description, DoubleSupplier value) {
    add(name, description, Kind.COUNTER, Map.of(), value);
  }

  private void gauge(String name, String description, DoubleSupplier value) {
    add(name, description, Kind.GAUGE, Map.of(), value);
  }

  private void add(
      String name,
      String description,
      Kind kind,
      Map<String, String> labels,
      DoubleSupplier value) {
    all.add(new Figure(name, description, kind, labels, value));
  }
}
