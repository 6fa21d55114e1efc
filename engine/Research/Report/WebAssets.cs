namespace Workbench.Research;

/// <summary>The files of <c>web/</c> and plotly.js, as the build put them into this assembly.</summary>
static class WebAssets
{
    public static void CopyTo(Stream page, string name)
    {
        using var asset = typeof(WebAssets).Assembly.GetManifestResourceStream("web/" + name) ?? throw ResearchErrors.AssetMissing(name);
        asset.CopyTo(page);
    }
}
