using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Workbench.App;

/// <summary>The page's own files, as the build put them into this assembly. What is not in the list is not there, whatever a path says.</summary>
static class PageAssets
{
    const string Folder = "notebook/";

    static readonly FrozenSet<string> Names = typeof(PageAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).ToFrozenSet();

    static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>Sends one of the page's files; the browser keeps it for as long as it does not change.</summary>
    public static Task Send(HttpContext http, string name) =>
        Names.Contains(name) ? Send(http, name, () => typeof(PageAssets).Assembly.GetManifestResourceStream(Folder + name)!)
        : name == "plotly.js" ? Send(http, name, Research.WebAssets.OpenPlotly)
        : PageAnswer.Refuse(http, StatusCodes.Status404NotFound, PageErrors.NotServed(name));

    static async Task Send(HttpContext http, string name, Func<Stream> open)
    {
        using var asset = open();
        var tag = $"\"{Convert.ToHexStringLower(await SHA256.HashDataAsync(asset, http.RequestAborted).ConfigureAwait(false))}\"";
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        asset.Position = 0;
        http.Response.ContentType = Types.GetValueOrDefault(Path.GetExtension(name), "text/plain; charset=utf-8");
        http.Response.ContentLength = asset.Length;
        await asset.CopyToAsync(http.Response.Body, http.RequestAborted).ConfigureAwait(false);
    }
}
