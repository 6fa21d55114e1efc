using System.Text;

namespace Workbench.Research;

/// <summary>The files of <c>web/</c> and plotly.js, as the build put them into this assembly.</summary>
static class WebAssets
{
    public static void CopyTo(Stream page, string name)
    {
        using var asset = Open(name);
        asset.CopyTo(page);
    }

    public static byte[] Bytes(string name)
    {
        using var asset = Open(name);
        var bytes = new byte[asset.Length];
        asset.ReadExactly(bytes);
        return bytes;
    }

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));

    static Stream Open(string name) =>
        typeof(WebAssets).Assembly.GetManifestResourceStream("web/" + name) ?? throw ResearchErrors.AssetMissing(name);
}
