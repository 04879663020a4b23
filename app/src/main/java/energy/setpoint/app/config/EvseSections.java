package energy.setpoint.app.config;

import energy.setpoint.app.config.document.Kinds;
import energy.setpoint.app.config.document.Section;
import energy.setpoint.core.control.SurplusCharging;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.site.Supply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the EVSEs of a station; an entry with {@code count} stands for several that are alike.
 *
 * @param sections the keys behind each EVSE, in the same order
 */
record EvseSections(List<Wiring> evses, List<Section> sections) {

  private static final StationId ANY = new StationId("station");

  /** An EVSE that does not know yet in which station it stands. */
  record Wiring(
      Supply supply,
      List<Phase> phases,
      Current minimum,
      Current maximum,
      boolean bidirectional,
      Optional<SurplusCharging> surplus) {

    Evse at(EvseRef ref) {
      return new Evse(ref, supply, phases, minimum, maximum, bidirectional);
    }
  }

  /** A station that describes none has one three-phase AC EVSE. */
  static EvseSections of(Section station) {
    List<Section> described =
        station.has("evses") ? station.sections("evses") : List.of(station.section("evses"));
    List<Wiring> evses = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    for (Section section : described) {
      int count = section.read("count", Kinds.wholeNumber(1, 100), 1);
      Wiring wiring = wiring(section);
      section.build(() -> wiring.at(new EvseRef(ANY, 1)));
      evses.addAll(Collections.nCopies(count, wiring));
      sections.addAll(Collections.nCopies(count, section));
    }
    return new EvseSections(evses, sections);
  }

  boolean isDirectCurrent() {
    return !evses.isEmpty() && evses.stream().allMatch(evse -> evse.supply() == Supply.DC);
  }

  /** The lowest maximum current of any. */
  Current weakest() {
    return evses.stream().map(Wiring::maximum).min(Current::compareTo).orElse(Current.ZERO);
  }

  /** Numbered from 1. */
  List<Evse> of(StationId station) {
    List<Evse> numbered = new ArrayList<>();
    for (Wiring evse : evses) {
      numbered.add(evse.at(new EvseRef(station, numbered.size() + 1)));
    }
    return numbered;
  }

  /** Those of a station that charge on surplus. */
  Map<EvseRef, SurplusCharging> onSurplus(StationId station) {
    Map<EvseRef, SurplusCharging> onSurplus = new HashMap<>();
    for (int i = 0; i < evses.size(); i++) {
      EvseRef ref = new EvseRef(station, i + 1);
      evses.get(i).surplus().ifPresent(how -> onSurplus.put(ref, how));
    }
    return onSurplus;
  }

  private static Wiring wiring(Section section) {
    Supply supply = section.read("supply", Kinds.choice(Supply.class), Supply.AC);
    List<Phase> phases = phases(section, supply);
    double minA = section.read("minA", Kinds.atLeast(0), supply == Supply.AC ? 6.0 : 0.0);
    double maxA = section.read("maxA", Kinds.above(0), Math.max(minA, 32.0));
    if (section.isSound() && minA > maxA) {
      section.problem(
          "minA", "is " + Kinds.plain(minA) + ", more than maxA (" + Kinds.plain(maxA) + ").");
    }
    boolean bidirectional = section.read("bidirectional", Kinds.FLAG, false);
    return new Wiring(
        supply,
        phases,
        Current.ofAmps(minA),
        Current.ofAmps(maxA),
        bidirectional,
        SurplusSection.ofEvse(section, supply, phases));
  }

  private static List<Phase> phases(Section section, Supply supply) {
    List<Phase> phases = section.list("phases", Kinds.choice(Phase.class));
    if (phases.isEmpty()) {
      return List.of(Phase.values());
    }
    boolean different = phases.stream().distinct().count() == phases.size();
    if (section.isSound() && (!different || phases.size() == 2)) {
      section.problem("phases", "is " + phases + ", expected one phase or all three in any order.");
    } else if (section.isSound() && supply == Supply.DC && phases.size() != 3) {
      section.problem("phases", "is " + phases + ", but a DC station always loads all three.");
    }
    return phases;
  }
}
