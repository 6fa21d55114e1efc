using System.Security.Cryptography;
using System.Text;
using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>Which build of the engine this is: its version does not change with each of its lines, and results can.</summary>
static class BuildIdentity
{
    /// <summary>Hex SHA-256 over the identities of the modules that results come from.</summary>
    public static string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        ((Type[])[typeof(Instrument), typeof(Engine), typeof(ScriptHost), typeof(MetricCatalog), typeof(Field)]).Select(type => type.Module.ModuleVersionId.ToString("N"))))));
}
