using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Workbench.Research;

namespace Workbench.App;

/// <summary>The page's own files, as the build put them into this assembly. What is not in the list is not there, whatever a path says.</summary>
static class PageAssets
{
    const string Folder = "notebook/";

    // What reports and other readers of notebooks draw figures with, too.
    const string Plotly = "plotly.js";
    const string Figures = "workbench-figures.js";

    static readonly FrozenSet<string> Names = typeof(PageAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).ToFrozenSet();

    static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    static readonly ConcurrentDictionary<string, (byte[] Bytes, string Tag)> Kept = [];

    /// <summary>Sends one of the page's files; the browser keeps it for as long as it does not change.</summary>
    public static Task Send(HttpContext http, string name) =>
        Names.Contains(name) || name is Plotly or Figures ? SendKept(http, name) : PageAnswer.Refuse(http, StatusCodes.Status404NotFound, PageErrors.NotServed(name));

    static async Task SendKept(HttpContext http, string name)
    {
        var (bytes, tag) = Kept.GetOrAdd(name, Read);
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.ETag = tag;
        if (http.Request.Headers.IfNoneMatch == tag)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        http.Response.ContentType = Types.GetValueOrDefault(Path.GetExtension(name), "text/plain; charset=utf-8");
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted).ConfigureAwait(false);
    }

    static (byte[] Bytes, string Tag) Read(string name)
    {
        var bytes = name switch
        {
            Plotly => Encoding.UTF8.GetBytes(NotebookHtml.PlotlyScript()),
            Figures => Encoding.UTF8.GetBytes(NotebookHtml.DrawScript()),
            _ => Resource(name),
        };
        return (bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");
    }

    static byte[] Resource(string name)
    {
        using var asset = typeof(PageAssets).Assembly.GetManifestResourceStream(Folder + name)!;
        var bytes = new byte[asset.Length];
        asset.ReadExactly(bytes);
        return bytes;
    }
}
