package energy.setpoint.app.web.page;

import energy.setpoint.app.engine.EngineView;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Headers of the live page and its files. */
@Configuration(proxyBeanMethods = false)
class PageHeaders {

  /** The page loads nothing from elsewhere, and speaks only to the engine and a demo's world. */
  @Bean
  FilterRegistrationBean<OncePerRequestFilter> contentSecurity(EngineView engine) {
    String connect =
        engine.worldControl().map(PageHeaders::origin).map(o -> "'self' " + o).orElse("'self'");
    String policy =
        "default-src 'self'; img-src 'self' data:; connect-src "
            + connect
            + "; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    var filter =
        new OncePerRequestFilter() {
          @Override
          protected void doFilterInternal(
              HttpServletRequest request, HttpServletResponse response, FilterChain chain)
              throws ServletException, IOException {
            response.setHeader("Content-Security-Policy", policy);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "no-referrer");
            chain.doFilter(request, response);
          }
        };
    return only(filter, "/", "/index.html");
  }

  /** The jar's files carry no true date, so that browsers compare the content instead. */
  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> contentTags() {
    return only(new ShallowEtagHeaderFilter(), "/page/*", "/webjars/*");
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> only(
      F filter, String... paths) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns(paths);
    return registration;
  }
}
