using System.Xml.Linq;

namespace Workbench.Architecture.Tests;

/// <summary>One room of the engine: folder, project and assembly of one name, and what the plan of the house lets it see.</summary>
/// <param name="Name">Folder under engine/ and tail of the assembly's name.</param>
/// <param name="MaySee">Rooms it may refer to.</param>
/// <param name="Packages">Package names, or their beginnings, that it may use: a new one is a decision, made here.</param>
/// <param name="Codes">Beginnings of the error codes it may raise.</param>
public sealed record Room(string Name, string[] MaySee, string[] Packages, string[] Codes)
{
    static readonly string[] Floors = ["Data", "Brokers", "Scripting", "Research", "Platform"];

    /// <summary>The eight rooms, from the ground up.</summary>
    public static IReadOnlyList<Room> All { get; } =
    [
        new("Model", [], [], ["WB1", "WB2"]),
        new("Core", ["Model"], [], ["WB3", "WB4"]),
        new("Data", ["Model"], ["NodaTime"], ["WB2"]),
        new("Brokers", ["Model"], ["Google.Protobuf", "Grpc.Tools"], ["WB5"]),
        new("Scripting", ["Model", "Core"], ["Microsoft.CodeAnalysis"], ["WB3"]),
        new("Research", ["Model", "Core"], ["MathNet.Numerics"], ["WB4"]),
        new("Platform", ["Model"], ["Polly", "Npgsql", "StackExchange.Redis", "RabbitMQ.Client"], ["WB5"]),
        new("App", ["Model", "Core", .. Floors, "Simulators"], ["System.CommandLine", "Spectre.Console", "YamlDotNet", "Markdig"], ["WB1", "WB4"]),
    ];

    public string Assembly => "Workbench." + Name;

    public string ProjectPath => Repository.Path($"engine/{Name}/{Name}.csproj");

    public string AssemblyPath => Path.Combine(AppContext.BaseDirectory, Assembly + ".dll");

    public XDocument Project => XDocument.Load(ProjectPath);

    public IEnumerable<SourceFile> Sources => SourceFile.All.Where(file => file.Path.StartsWith($"engine/{Name}/", StringComparison.Ordinal));

    public bool AllowsPackage(string name) =>
        Packages.Any(allowed => name == allowed || name.StartsWith(allowed + ".", StringComparison.Ordinal));

    public override string ToString() => Name;
}
