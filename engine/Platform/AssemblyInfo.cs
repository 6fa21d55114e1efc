global using Workbench.Model;
using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Workbench.Platform.Tests")]
