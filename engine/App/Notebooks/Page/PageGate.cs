using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// What each request passes before anything is done for it. The order matters: a foreign name for this machine (DNS rebinding) is refused before
/// any word is compared, and the headers that bind the browser are on every answer, refusals included.
/// </summary>
sealed class PageGate(int port, PageKey key)
{
    // Styles in attributes are plotly's, which draws letters with them; the hash is that of an empty style element, which it fills rule by rule.
    // No style or script stands in the page's own text.
    const string Page = "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
        + "style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; "
        + "connect-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    // Outputs run their scripts in a room without doors: an origin of its own, nothing in and nothing out.
    const string Frame = "sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
        + "font-src data:; media-src data: blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    readonly string[] hosts = [FormattableString.Invariant($"127.0.0.1:{port}"), FormattableString.Invariant($"localhost:{port}")];

    public async Task Pass(HttpContext http, RequestDelegate next)
    {
        Bind(http);
        if (StrangerIn(http.Request) is { } why)
        {
            await PageAnswer.Refuse(http, StatusCodes.Status403Forbidden, PageErrors.Stranger(why)).ConfigureAwait(false);
        }
        else if (http.Request.Query["token"].ToString() is { Length: > 0 } token && HttpMethods.IsGet(http.Request.Method) && key.Fits(token))
        {
            key.GiveTo(http.Response);
            await GoOn(http).ConfigureAwait(false);
        }
        else if (!key.Opens(http.Request))
        {
            await PageAnswer.Refuse(http, StatusCodes.Status401Unauthorized, PageErrors.NoKey()).ConfigureAwait(false);
        }
        else
        {
            await next(http).ConfigureAwait(false);
        }
    }

    // Not a redirect: the browser would hold the second request, too, for one of the page or program that the address was clicked in.
    static Task GoOn(HttpContext http)
    {
        var path = http.Request.Path.StartsWithSegments("/edit") ? http.Request.Path.ToUriComponent() : "/";
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync($"<!doctype html><meta http-equiv=\"refresh\" content=\"0;url={HtmlEncoder.Default.Encode(path)}\">", http.RequestAborted);
    }

    static void Bind(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = http.Request.Path == "/frame" ? Frame : Page;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    /// <summary>What shows that another page, or another name of this machine, is behind a request; null where nothing does.</summary>
    string? StrangerIn(HttpRequest request)
    {
        if (!hosts.Contains(request.Host.Value, StringComparer.Ordinal))
        {
            return "Host " + request.Host.Value;
        }

        // Other ports of this machine are the same site to a browser, and get the cookie; they are not the same origin.
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site is not ("same-origin" or "none"))
        {
            return HttpMethods.IsGet(request.Method) && request.Query.ContainsKey("token") ? null : "Sec-Fetch-Site " + site;
        }

        var origin = request.Headers.Origin.ToString();
        var changes = !HttpMethods.IsGet(request.Method) || request.HttpContext.WebSockets.IsWebSocketRequest;
        return origin == "http://" + request.Host.Value || (origin.Length == 0 && !changes) ? null : "Origin " + (origin.Length == 0 ? "missing" : origin);
    }
}
