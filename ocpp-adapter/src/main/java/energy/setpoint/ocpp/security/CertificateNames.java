package energy.setpoint.ocpp.security;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Reads names from the subject of a certificate. */
final class CertificateNames {

  private CertificateNames() {}

  /** Common names: the station (A00.FR.405, A00.FR.511). */
  static List<String> common(X509Certificate certificate) {
    return list(certificate, "CN");
  }

  /** Organization names: the owner (A00.FR.404, A00.FR.509). */
  static List<String> organization(X509Certificate certificate) {
    return list(certificate, "O");
  }

  private static List<String> list(X509Certificate certificate, String type) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
              .map(Rdn::getValue)
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .toList();
    } catch (InvalidNameException e) {
      return List.of();
    }
  }
}
