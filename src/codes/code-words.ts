/**
 * Names and choices of a design, told by their places in this list. Codes that people hold on paper know the places: words are only
 * ever added at the end, and none is taken away. One that is missing here is written out.
 */
const LIST = `head build skinType ageYears ownHair goesOn stage rate treated greys skinItaDegrees skull breadthMm lengthMm
heightMm knownLength marks drawn densityPerCm2 dotSizeMm strengthPercent hairlineHeightMm templeRecessionMm edgeSoftnessMm
macroIrregularityMm macroPeriodMm microIrregularityMm microPeriodMm strayDotsPerCm frontalTuftPercent partingWidthMm
balancePercent sunExposure shape edge sideProfile coverage pigment ink placing outlook seed edgeShuffles zones hairline
densityPercent frontal midScalp crown temples sides mirror handles points sessionsPlanned sessionGapsDays touchUpsYears laser
kind sessions atYears pencil notes strokes x y z widthMm softness strength path pressure at text sideMm upMm rightEar
rightTemple rightCorner middle leftCorner leftTemple leftEar number side stretch share outMm sharp men women natural straight
boxed rounded peaked receded faded softAndBroken medium defined soft hairlineOnly hairlineAndTop fullHead betweenHair partLine
painted light dark carbon ironOxide organic temporary well average deep dry normal oily sooner likely later qSwitched picosecond
I II IIa III IIIv IV Va V VI VII ludwigI ludwigII ludwigIII slow usual fast add less none scar hair bare alongSkin left right
front temple`;

export const CODE_WORDS: readonly string[] = LIST.split(/\s+/);
