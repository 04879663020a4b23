package energy.setpoint.app.config.signal;

import energy.setpoint.app.config.document.Kind;
import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.signal.Allowed;
import energy.setpoint.core.signal.GridFlow;
import energy.setpoint.core.signal.GridSignal;
import energy.setpoint.core.signal.SignalMeaning;
import energy.setpoint.core.signal.SilenceRule;
import energy.setpoint.core.site.DeviceId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one entry of {@code gridSignals}: what a device of the grid operator means. */
public final class SignalSection {

  private static final Duration USUAL_WAIT = Duration.ofMinutes(5);
  private static final Kind<Duration> WAIT = Kinds.duration(Duration.ZERO, Duration.ofDays(1));
  private static final Kind<GridFlow> FLOW = Kinds.choice(GridFlow.class);
  private static final Kind<String> SILENCE =
      Kinds.nameOf("what holds while the device is silent", List.of("keep", "limit", "release"));
  private static final List<String> LIMITS = List.of("limitKw", "perDeviceKw", "percent");

  private final Section section;
  private final SignalScale scale;
  private final GridFlow flow;

  private SignalSection(Section section, SignalScale scale) {
    this.section = section;
    this.scale = scale;
    this.flow = section.read("limits", FLOW);
  }

  /**
   * The signal, when nothing about it is wrong.
   *
   * @param tellsWatts whether the device says the limit itself, rather than a step
   */
  public static Optional<GridSignal> read(
      Section section, DeviceId device, SignalScale scale, boolean tellsWatts) {
    return new SignalSection(section, scale).signal(device, tellsWatts);
  }

  private Optional<GridSignal> signal(DeviceId device, boolean tellsWatts) {
    Map<Integer, Allowed> steps = steps(tellsWatts);
    Optional<Power> lowest =
        steps.values().stream().flatMap(it -> it.limit().stream()).min(Power::compareTo);
    SilenceRule silence = silence(lowest);
    return section.build(() ->
        new GridSignal(
            device,
            flow,
            tellsWatts ? new SignalMeaning.Watts() : new SignalMeaning.Steps(steps),
            silence));
  }

  private Map<Integer, Allowed> steps(boolean tellsWatts) {
    Map<Integer, Allowed> steps = new LinkedHashMap<>();
    if (tellsWatts == section.has("steps")) {
      section.problem(
          "steps",
          tellsWatts
              ? "are given, but the device says the limit itself."
              : "are missing, expected what each number of the device allows.");
    }
    for (Section step : section.sections("steps")) {
      int value = step.read("value", Kinds.wholeNumber(0, 65_535));
      Allowed allowed = limit(step).map(Allowed::atMost).orElse(Allowed.EVERYTHING);
      if (step.isSound() && steps.putIfAbsent(value, allowed) != null) {
        step.problem("value", "is " + value + ", which has a meaning already.");
      }
      step.build(() -> allowed);
    }
    if (section.isSound()
        && !tellsWatts
        && steps.values().stream().allMatch(Allowed.EVERYTHING::equals)) {
      section.problem("steps", "limit nothing, expected at least one step with a limit.");
    }
    return steps;
  }

  /** In one of three ways, or not at all. */
  private Optional<Power> limit(Section step) {
    List<String> given = LIMITS.stream().filter(step::has).toList();
    if (given.size() > 1) {
      step.problem(given.get(1), "stands beside " + given.getFirst() + ", expected one of them.");
    }
    if (given.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (given.getFirst()) {
          case "limitKw" -> Power.ofKilowatts(step.read("limitKw", Kinds.atLeast(0)));
          case "perDeviceKw" ->
              scale.forAllDevices(Power.ofKilowatts(step.read("perDeviceKw", Kinds.atLeast(0))));
          default -> scale.whole(flow).times(step.read("percent", Kinds.within(0, 100)) / 100);
        });
  }

  private SilenceRule silence(Optional<Power> lowest) {
    String rule = section.read("whenContactIsLost", SILENCE, "keep");
    if (rule.equals("release")) {
      return new SilenceRule.Release();
    }
    Power limit = lostLimit(lowest);
    return rule.equals("limit")
        ? new SilenceRule.Limit(limit)
        : new SilenceRule.Keep(section.read("keepFor", WAIT, USUAL_WAIT), limit);
  }

  /** Unless the file says otherwise, the lowest that the device could have asked for. */
  private Power lostLimit(Optional<Power> lowest) {
    Kind<Double> kind = Kinds.atLeast(0);
    return Power.ofKilowatts(
        lowest.isPresent()
            ? section.read("lostLimitKw", kind, lowest.get().kilowatts())
            : section.read("lostLimitKw", kind));
  }
}
