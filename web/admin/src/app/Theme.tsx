import { useLargeType } from '@zhixing/kit/large-type.ts'
import { colours, fontText } from '@zhixing/kit/tokens.ts'
import { App, ConfigProvider, type ThemeConfig } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useMemo, type ReactNode } from 'react'

export function Theme({ children }: { children: ReactNode }) {
  const { scale } = useLargeType()
  const theme = useMemo(() => themeAt(scale), [scale])
  return (
    <ConfigProvider theme={theme} locale={zhCN} button={{ autoInsertSpace: false }} wave={noWave}>
      <App>{children}</App>
    </ConfigProvider>
  )
}

const noWave = { disabled: true }

/** Red belongs to the one primary button; everything merely chosen is steel. */
function themeAt(scale: number): ThemeConfig {
  return {
    token: {
      colorPrimary: colours.steel,
      colorLink: colours.steel,
      // Lighter under the pointer would be too faint to read.
      colorLinkHover: colours.ink,
      colorLinkActive: colours.ink,
      colorError: colours.red,
      // A question is asked in ink: gold is for honours.
      colorWarning: colours.ink,
      colorText: colours.ink,
      colorTextSecondary: colours.inkSoft,
      colorTextPlaceholder: colours.inkFaint,
      colorTextDescription: colours.inkFaint,
      colorBgLayout: colours.paper,
      colorBgContainer: colours.sheet,
      colorBgElevated: colours.sheet,
      colorBgMask: 'rgba(31, 35, 41, 0.18)',
      colorBorder: colours.rule,
      colorBorderSecondary: colours.hairline,
      fontFamily: fontText,
      fontSize: Math.round(14 * scale),
      controlHeight: Math.round(34 * scale),
      borderRadius: 2,
      borderRadiusLG: 2,
      // Nothing moves but what the reader moved.
      motion: false,
    },
    components: {
      Button: {
        colorPrimary: colours.red,
        colorPrimaryHover: colours.redDeep,
        colorPrimaryActive: colours.redDeep,
        primaryShadow: 'none',
        defaultShadow: 'none',
      },
      Table: { headerBg: 'transparent', headerSplitColor: 'transparent', rowHoverBg: colours.fold },
      Segmented: { trackBg: 'transparent', itemSelectedBg: colours.steelWash },
      Select: { optionSelectedBg: colours.steelWash },
      TreeSelect: { nodeSelectedBg: colours.steelWash, nodeHoverBg: colours.fold },
      Progress: { defaultColor: colours.steel },
    },
  }
}
