using Workbench.Core;
using Workbench.Research.Evolution;
using Workbench.Research.Search;

namespace Workbench.App;

sealed class ScriptSpecies(EvolveRequest asked) : ISpecies<Point>
{
    public IBreeding<Point> Breeding => throw new NotSupportedException(asked.ToString());

    public string Lineage => "evolved";

    public string Kind => "scripts";

    public IReadOnlyList<string> Settings(Point genome) => [];

    public Strategy Create(Point genome) => throw new NotSupportedException();

    public string Script(Point genome, ScriptHeader header) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
