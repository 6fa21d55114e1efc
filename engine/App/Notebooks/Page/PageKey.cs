using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Workbench.App;

/// <summary>
/// Who may use the page: whoever has the address that the program printed. The address carries a word of 256 random bits; the first request swaps it
/// for a cookie with another such word, so that the address can be forgotten and no script, the page's own included, can read what opens it.
/// </summary>
sealed class PageKey(int port)
{
    readonly string secret = Word();

    /// <summary>The word in the printed address.</summary>
    public string Token { get; } = Word();

    // Cookies know no ports: the name keeps two pages of one machine apart.
    string CookieName => FormattableString.Invariant($"workbench-{port}");

    /// <summary>Whether that is the word in the printed address.</summary>
    public bool Fits(string token) => AreSame(token, Token);

    /// <summary>Whether the request carries the cookie.</summary>
    public bool Opens(HttpRequest request) => request.Cookies[CookieName] is { } cookie && AreSame(cookie, secret);

    /// <summary>Hands out the cookie.</summary>
    public void GiveTo(HttpResponse response) =>
        response.Cookies.Append(CookieName, secret, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });

    // Takes as long for a wrong word as for the right one.
    static bool AreSame(string given, string kept) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(kept));

    static string Word() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
