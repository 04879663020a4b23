package energy.setpoint.core.control.surplus;

import energy.setpoint.core.control.SurplusSettings;
import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shares what the sun leaves over among the EVSEs that charge on it and the batteries. Confined to
 * the engine's loop.
 */
public final class SolarSurplus {

  private final Site site;
  private final SurplusSettings settings;
  private final Books books;
  private final Reconciler ledgers;
  private final Leftover leftover;
  private final Takers takers;
  private final SteadySurplus forVehicles = new SteadySurplus();
  private final SteadySurplus forAll = new SteadySurplus();
  private final SurplusShares shares;
  private Map<EvseRef, SurplusShare> given = Map.of();
  private List<EvseRef> waiting = List.of();

  public SolarSurplus(
      Site site, SurplusSettings settings, Books books, Reconciler ledgers, Takers takers) {
    this.site = site;
    this.settings = settings;
    this.books = books;
    this.ledgers = ledgers;
    this.leftover = new Leftover(site, books, ledgers);
    this.takers = takers;
    this.shares = new SurplusShares(site.voltage());
  }

  /**
   * Called before each look at the fuses.
   *
   * @param uncontrolled load of the whole site; empty when unknown
   */
  public void look(Instant now, Optional<PhaseCurrents> uncontrolled) {
    if (settings.evses().isEmpty()) {
      return;
    }
    List<Taker> present = takers.list(now);
    waiting = present.stream().map(Taker::evse).toList();
    uncontrolled
        .flatMap(load -> leftover.find(load, waiting, now))
        .ifPresentOrElse(power -> saw(now, power), this::lost);
    given = shares.share(present, forVehicles, now);
    settings.evses().keySet().forEach(this::choosePhases);
  }

  private void saw(Instant now, Power power) {
    forAll.saw(now, power);
    forVehicles.saw(now, power.minus(batteriesFirst(now)));
  }

  private void lost() {
    forAll.lost();
    forVehicles.lost();
  }

  private Power batteriesFirst(Instant now) {
    return settings.first() == SurplusSettings.First.BATTERIES
        ? hungryBatteries(now).stream().map(Battery::maxCharge).reduce(Power.ZERO, Power::plus)
        : Power.ZERO;
  }

  private List<Battery> hungryBatteries(Instant now) {
    return site.batteries().stream().filter(battery -> isHungry(battery, now)).toList();
  }

  private boolean isHungry(Battery battery, Instant now) {
    return books
        .devices()
        .findFreshBattery(battery.id(), now)
        .map(reading -> reading.soc().fraction() < battery.highest().fraction())
        .orElse(false);
  }

  /** A choice outlasts a pause; it is left to the station again where the plan charges. */
  private void choosePhases(EvseRef evse) {
    Optional<SurplusShare> share =
        Optional.ofNullable(given.get(evse)).filter(SurplusShare::switched);
    boolean changed =
        share
            .map(it -> books.phases().choose(evse, it.phases()))
            .orElseGet(() -> !waiting.contains(evse) && books.phases().leave(evse));
    if (changed) {
      books.stations().expectOtherPhases(evse);
      ledgers.ledger(evse).demandRenewal();
    }
  }

  /**
   * What an EVSE may take of the surplus, per phase; nothing while it waits, and empty where it
   * charges as planned.
   */
  public Optional<Current> find(EvseRef evse, Current minimum) {
    if (!waiting.contains(evse)) {
      return Optional.empty();
    }
    return Optional.ofNullable(given.get(evse))
        .map(share -> site.voltage().currentFor(share.power(), share.phases()).max(minimum))
        .or(() -> Optional.of(Current.ZERO));
  }

  /**
   * With what a battery shall charge where its plan meant the sun: what vehicles leave, or before
   * they get any.
   *
   * @param planned at least 0 W
   * @return empty when nothing is known of the surplus, or nobody charges on it
   */
  public Optional<Power> find(Battery battery, Power planned, Instant now) {
    if (settings.evses().isEmpty() || !forAll.isKnown() || !isHungry(battery, now)) {
      return Optional.empty();
    }
    Power hungry =
        hungryBatteries(now).stream().map(Battery::maxCharge).reduce(Power.ZERO, Power::plus);
    double part = battery.maxCharge().watts() / Math.max(1, hungry.watts());
    return switch (settings.first()) {
      case BATTERIES -> Optional.of(forAll.usable().times(part).min(battery.maxCharge()));
      case VEHICLES -> Optional.of(leftByVehicles().times(part).min(planned));
    };
  }

  private Power leftByVehicles() {
    Power taken = given.values().stream().map(SurplusShare::power).reduce(Power.ZERO, Power::plus);
    return forAll.usable().minus(taken).max(Power.ZERO);
  }
}
